package org.tabularium.analysis.subject;

import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.display.RowsPromise.Trait;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.rows.DeclaredSubjects.Categories;
import org.tabularium.shell.rows.RowsDeclaration;

/// Rows of a classification by conditions ([Categories]).
public final class CategoriesRows implements RowsKind<Categories> {

    @Override
    public RowsDeclaration<Categories> declaration() {
        return Categories.DECLARATION;
    }

    @Override
    public void ask(Categories rows, ColumnRequest request) {
        rows.levels().forEach(level -> {
            request.ofAdsl(ConditionVariables.of(level.where(), request.study()));
            request.ofTable(ConditionVariables.of(level.where(), request.study()));
        });
    }

    @Override
    public void add(Categories rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        CategoriesAnalysis.add(rows, frame, records, body);
    }

    @Override
    public RowsPromise promise(Categories rows) {
        return RowsPromise.of(Trait.FILTER_SAYS_ALL);
    }
}
