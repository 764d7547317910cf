package org.tabularium.analysis.frame;

import java.util.Optional;
import org.tabularium.selection.bds.BdsParameter;
import org.tabularium.shell.Shell;
import org.tabularium.study.Study;

/// Whether a study can have parameters by visit at all: what several kinds of rows need.
public final class ParametersByVisit {

    private ParametersByVisit() {}

    /// Why there are none, as far as the datasets' headers tell; empty where there may be.
    public static Optional<String> lacking(Shell shell, Study study) {
        if (!BdsParameter.candidates(study, shell.dataset()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of((shell.dataset().isEmpty() ? "no dataset has" : shell.dataset() + " does not have")
                + " PARAMCD, AVISIT and AVAL or AVALC");
    }
}
