package org.tabularium.analysis.frame;

import java.util.Optional;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.shell.Shell;
import org.tabularium.study.Study;

/// Whether a study can have parameters by visit at all: what several kinds of rows need.
public final class ParametersByVisit {

    private ParametersByVisit() {}

    /// Why there are none, as far as the datasets' headers tell; empty where there may be.
    public static Optional<Obstacle> lacking(Shell shell, Study study) {
        if (!BdsParameter.candidates(study, shell.dataset()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new AbsenceObstacle.NoVisits(shell.dataset()));
    }
}
