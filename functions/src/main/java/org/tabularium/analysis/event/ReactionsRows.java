package org.tabularium.analysis.event;

import java.util.List;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.display.RowsPromise.Cells;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.SeveralTreatments;
import org.tabularium.selection.event.SolicitedReactions;
import org.tabularium.shell.rows.DeclaredPeriods.Reactions;
import org.tabularium.shell.rows.RowsDeclaration;

/// Rows of solicited reactions ([Reactions]).
public final class ReactionsRows implements RowsKind<Reactions> {

    @Override
    public RowsDeclaration<Reactions> declaration() {
        return Reactions.DECLARATION;
    }

    @Override
    public void ask(Reactions rows, ColumnRequest request) {
        request.ofTable(SolicitedReactions.READ);
        request.ofTable(SeveralTreatments.RECORD_VARIABLES);
        request.ofTable(List.of(rows.category()));
        request.ofTable(PeriodsOfRecords.read(rows.period()));
    }

    @Override
    public void add(Reactions rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        ReactionsAnalysis.add(rows, frame, records, body);
    }

    @Override
    public RowsPromise promise(Reactions rows) {
        return RowsPromise.NONE.with(Cells.COUNT_PERCENT);
    }
}
