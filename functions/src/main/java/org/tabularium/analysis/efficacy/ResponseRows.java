package org.tabularium.analysis.efficacy;

import java.util.Optional;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.ParametersByVisit;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.display.RowsPromise.Cells;
import org.tabularium.result.display.RowsPromise.Recounted;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.selection.bds.EndpointSubjects;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredResponses.Denominator;
import org.tabularium.shell.rows.DeclaredResponses.Response;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;
import org.tabularium.study.records.CutOff;

/// Rows of responders by visit ([Response]).
public final class ResponseRows implements RowsKind<Response> {

    @Override
    public RowsDeclaration<Response> declaration() {
        return Response.DECLARATION;
    }

    @Override
    public void ask(Response rows, ColumnRequest request) {
        request.ofParameters();
        for (String dataset : ResponseParameters.candidates(request.study(), request.shell().dataset())) {
            BdsParameter.ask(request.study(), dataset, request.columns());
        }
        EndpointSubjects.ask(request.study(), request.columns());
        CutOff.ask(request.study(), request.columns());
    }

    @Override
    public Optional<Obstacle> unmet(Response rows, Shell shell, Study study) {
        return ResponseParameters.candidates(study, shell.dataset()).isEmpty()
                ? ParametersByVisit.lacking(shell, study)
                : Optional.empty();
    }

    @Override
    public void add(Response rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        ResponseAnalysis.add(rows, frame, body);
    }

    @Override
    public RowsPromise promise(Response rows) {
        return RowsPromise.NONE.with(Cells.FRACTION).with(new Recounted("",
                rows.denominator() == Denominator.ASSESSED || rows.denominator() == Denominator.ALL));
    }
}
