package org.tabularium.analysis.subject;

import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.display.RowsPromise.Cells;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.disposition.UnmetCriterion;
import org.tabularium.shell.rows.DeclaredSubjects.Eligibility;
import org.tabularium.shell.rows.RowsDeclaration;

/// Rows of who was screened, failed and was enrolled ([Eligibility]).
public final class EligibilityRows implements RowsKind<Eligibility> {

    @Override
    public RowsDeclaration<Eligibility> declaration() {
        return Eligibility.DECLARATION;
    }

    @Override
    public void ask(Eligibility rows, ColumnRequest request) {
        request.ofTable(UnmetCriterion.VARIABLES);
    }

    @Override
    public void add(Eligibility rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        EligibilityAnalysis.add(rows, frame, records.records(), records.selected(), body);
    }

    @Override
    public RowsPromise promise(Eligibility rows) {
        return RowsPromise.NONE.with(Cells.COUNT_PERCENT);
    }
}
