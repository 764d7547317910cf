package org.tabularium.analysis.efficacy;

import java.util.List;
import java.util.Optional;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.analysis.frame.ColumnRequest;
import org.tabularium.analysis.frame.RowsKind;
import org.tabularium.analysis.frame.TableBody;
import org.tabularium.analysis.frame.TableFrame;
import org.tabularium.analysis.frame.TableRecords;
import org.tabularium.result.RowsPromise;
import org.tabularium.result.RowsPromise.Recounted;
import org.tabularium.selection.ConditionVariables;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.shell.rows.RowsDeclaration;
import org.tabularium.shell.rows.DeclaredModels.TimeToEvent;
import org.tabularium.shell.Shell;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;

/// Rows of a time to event ([TimeToEvent]).
public final class TimeToEventRows implements RowsKind<TimeToEvent> {

    @Override
    public RowsDeclaration<TimeToEvent> declaration() {
        return TimeToEvent.DECLARATION;
    }

    @Override
    public void ask(TimeToEvent rows, ColumnRequest request) {
        for (String candidate : TimeToEventAnalysis.candidates(request.study(), request.shell().dataset())) {
            BdsParameter.ask(request.study(), candidate, request.columns());
            request.columns().ask(candidate, TimeToEventAnalysis.VARIABLES);
            request.columns().ask(candidate, rows.strata());
            request.columns().ask(candidate, ConditionVariables.of(request.shell().where(), request.study()));
        }
        request.ofAdsl(rows.strata());
    }

    @Override
    public Optional<Obstacle> unmet(TimeToEvent rows, Shell shell, Study study) {
        if (rows.curve().differences() && rows.landmarks().isEmpty()) {
            return Optional.of(new AbsenceObstacle.NoLandmarks());
        }
        return TimeToEventAnalysis.candidates(study, shell.dataset()).isEmpty()
                ? Optional.of(new AbsenceObstacle.NoTimes(shell.dataset()))
                : Optional.empty();
    }

    @Override
    public List<String> parameters(StudyData data) {
        return TimeToEventAnalysis.parameters(data);
    }

    @Override
    public void add(TimeToEvent rows, TableFrame frame, TableRecords records, TableBody body) throws NotProducedException {
        TimeToEventAnalysis.add(rows, frame, body);
    }

    @Override
    public RowsPromise promise(TimeToEvent rows) {
        return RowsPromise.NONE.with(new Recounted("Events", true));
    }
}
