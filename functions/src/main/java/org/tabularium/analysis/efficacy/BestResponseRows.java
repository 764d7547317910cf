package org.tabularium.analysis.efficacy;

import java.util.Optional;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.ParametersByVisit;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.display.RowsPromise;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.shell.Shell;
import org.tabularium.shell.rows.DeclaredResponses.BestResponse;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;

/// Rows of the best overall response ([BestResponse]).
public final class BestResponseRows implements RowsKind<BestResponse> {

    @Override
    public RowsDeclaration<BestResponse> declaration() {
        return BestResponse.DECLARATION;
    }

    @Override
    public void ask(BestResponse rows, ColumnRequest request) {
        for (String dataset : BdsParameter.withParameters(request.study(), request.shell().dataset()).toList()) {
            BdsParameter.ask(request.study(), dataset, request.columns());
            request.columns().ask(dataset, TimeToEventAnalysis.VARIABLES);
            request.columns().ask(dataset, ConditionVariables.of(request.shell().where(), request.study()));
        }
    }

    @Override
    public Optional<Obstacle> unmet(BestResponse rows, Shell shell, Study study) {
        return ResponseParameters.candidates(study, shell.dataset()).isEmpty()
                ? ParametersByVisit.lacking(shell, study)
                : Optional.empty();
    }

    @Override
    public boolean isFitting(BestResponse rows, Shell shell, StudyData data) {
        return !BestResponses.codes(rows, shell, data).isEmpty();
    }

    @Override
    public void add(BestResponse rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        BestResponseAnalysis.add(rows, frame, body);
    }

    @Override
    public RowsPromise promise(BestResponse rows) {
        return RowsPromise.NONE;
    }
}
