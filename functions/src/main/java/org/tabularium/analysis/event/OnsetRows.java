package org.tabularium.analysis.event;

import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.event.EventDays;
import org.tabularium.shell.rows.DeclaredPeriods.Onset;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.records.CutOff;
import org.tabularium.study.records.DayZero;

/// Rows of subjects with an event that begins in a period ([Onset]).
public final class OnsetRows implements RowsKind<Onset> {

    @Override
    public RowsDeclaration<Onset> declaration() {
        return Onset.DECLARATION;
    }

    @Override
    public void ask(Onset rows, ColumnRequest request) {
        rows.conditions().forEach(c -> request.ofTable(ConditionVariables.of(c.where(), request.study())));
        request.ofTable(EventDays.READ);
        request.ofAdsl(OnsetAnalysis.ENDS);
        request.ofAdsl(DayZero.VARIABLES);
        CutOff.ask(request.study(), request.columns());
    }

    @Override
    public void add(Onset rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        OnsetAnalysis.add(rows, frame, records, body);
    }

    @Override
    public RowsPromise promise(Onset rows) {
        return RowsPromise.NONE;
    }
}
