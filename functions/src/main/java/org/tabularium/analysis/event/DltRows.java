package org.tabularium.analysis.event;

import java.util.List;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.rows.DeclaredEvents.Dlt;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.records.CutOff;

/// Rows of dose-limiting toxicities by dose level ([Dlt]).
public final class DltRows implements RowsKind<Dlt> {

    @Override
    public RowsDeclaration<Dlt> declaration() {
        return Dlt.DECLARATION;
    }

    @Override
    public void ask(Dlt rows, ColumnRequest request) {
        request.ofTable(List.of(DltSubjects.TOXICITY, "TRTA"));
        request.ofAdsl(DltSubjects.VARIABLES);
        CutOff.ask(request.study(), request.columns());
    }

    @Override
    public void add(Dlt rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        DltAnalysis.add(rows, frame, records.records(), records.selected(), body);
    }

    @Override
    public RowsPromise promise(Dlt rows) {
        return RowsPromise.NONE;
    }
}
