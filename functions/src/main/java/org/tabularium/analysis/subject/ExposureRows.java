package org.tabularium.analysis.subject;

import java.util.List;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.selection.Arms;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.shell.rows.DeclaredSubjects.Exposure;
import org.tabularium.shell.rows.RowsDeclaration;

/// Rows of parameters that a subject has once ([Exposure]).
public final class ExposureRows implements RowsKind<Exposure> {

    @Override
    public RowsDeclaration<Exposure> declaration() {
        return Exposure.DECLARATION;
    }

    @Override
    public void ask(Exposure rows, ColumnRequest request) {
        request.ofTable(BdsParameter.VARIABLES);
        request.ofTable(List.of(Arms.companion("AVALC")));
        BdsParameter.ask(request.study(), request.shell().dataset(), request.columns());
    }

    @Override
    public void add(Exposure rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        ExposureAnalysis.add(rows, frame, records.records(), body);
    }

    @Override
    public RowsPromise promise(Exposure rows) {
        return RowsPromise.NONE;
    }
}
