package org.tabularium.analysis.event;

import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.display.RowsPromise.Cells;
import org.tabularium.result.display.RowsPromise.Trait;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.shell.rows.DeclaredEvents.Subjects;
import org.tabularium.shell.rows.RowsDeclaration;

/// A row of subjects with a record that meets a condition ([Subjects]).
public final class SubjectsRows implements RowsKind<Subjects> {

    @Override
    public RowsDeclaration<Subjects> declaration() {
        return Subjects.DECLARATION;
    }

    @Override
    public void ask(Subjects rows, ColumnRequest request) {
        request.ofTable(ConditionVariables.of(rows.where(), request.study()));
    }

    @Override
    public void add(Subjects rows, TableFrame frame, TableRecords records, TableBody body) {
        SubjectsAnalysis.add(rows, frame, records.records(), records.filter(), records.selected(), body);
    }

    @Override
    public RowsPromise promise(Subjects rows) {
        return RowsPromise.of(Trait.FILTER_SAYS_ALL)
                .with(rows.events() ? Cells.COUNT_PERCENT_EVENTS : Cells.COUNT_PERCENT);
    }
}
