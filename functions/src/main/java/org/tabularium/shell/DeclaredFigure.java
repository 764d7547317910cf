package org.tabularium.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a figure shows, as its shell declares it. To those who do not draw it, it is rows like any other: it is asked for,
/// computed and keyed as they are.
public sealed interface DeclaredFigure extends DeclaredRows {

    /// Kaplan–Meier curves of a time to an event.
    ///
    /// @param times what is computed; its landmarks are the ticks of the axis
    record Km(TimeToEvent times) implements DeclaredFigure {
        @Override
        public boolean hasParameters() {
            return true;
        }

        @Override
        public boolean isOnePerParameter() {
            return times.isOnePerParameter();
        }

        @Override
        public DeclaredRows ofParameter(String code) {
            return times.ofParameter(code) instanceof TimeToEvent of ? new Km(of) : this;
        }

        @Override
        public String ofAnyParameter() {
            return times.ofAnyParameter();
        }
    }

    /// A bar a subject, as long as its follow-up, with what happened.
    ///
    /// @param parameters the responses whose first attainment is marked
    /// @param terms the events that are marked, by preferred term; a relapse is one of the parameter `FLARE`
    /// @param unit of the axis: `days`, `weeks` or `months`; null for months
    record Swimmer(List<String> parameters, List<String> terms, @Nullable String unit) implements DeclaredFigure {}

    /// A line a subject over the visits of a parameter, with the median and quartiles of each arm.
    ///
    /// @param parameter PARAMCD; null for each of the scores found
    /// @param visits AVISIT in order; empty for all
    /// @param thresholds where dashed lines stand; empty for the limits of LLDAS and DORIS that are known of the parameter
    record Trajectories(@Nullable String parameter, List<String> visits, List<Double> thresholds) implements DeclaredFigure {
        @Override
        public boolean hasParameters() {
            return true;
        }

        @Override
        public boolean isOnePerParameter() {
            return parameter == null;
        }

        @Override
        public DeclaredRows ofParameter(String code) {
            return isOnePerParameter() ? new Trajectories(code, visits, thresholds) : this;
        }
    }

    /// A parameter by visit and arm: median and quartiles, or mean and standard error, over the lines of the subjects.
    ///
    /// @param parameter PARAMCD; null for each of B cells and copies of cells found
    /// @param visits AVISIT in order; empty for all
    /// @param mean whether means and standard errors are shown
    /// @param log whether the axis is logarithmic
    /// @param limit of quantification; NaN for none
    record Course(@Nullable String parameter, List<String> visits, boolean mean, boolean log, double limit)
            implements
                DeclaredFigure {
        @Override
        public boolean hasParameters() {
            return true;
        }

        @Override
        public boolean isOnePerParameter() {
            return parameter == null;
        }

        @Override
        public DeclaredRows ofParameter(String code) {
            return isOnePerParameter() ? new Course(code, visits, mean, log, limit) : this;
        }
    }

    /// The best change of each subject from baseline, the largest first.
    ///
    /// @param parameter PARAMCD; a fall is the better
    /// @param response PARAMCD of the response that is marked where a subject ever attains it; empty for none
    /// @param thresholds changes at which dashed lines stand
    record Waterfall(String parameter, String response, List<Double> thresholds) implements DeclaredFigure {
        @Override
        public boolean hasParameters() {
            return true;
        }
    }

    /// Who was screened, excluded and why, allocated, treated, went on and was analysed.
    record Flow() implements DeclaredFigure {}
}
