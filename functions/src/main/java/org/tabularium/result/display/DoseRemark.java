package org.tabularium.result.display;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.RowName;
import org.tabularium.shell.rows.IntervalMethod;

/// Dose-limiting toxicities and the decisions on doses.
public sealed interface DoseRemark extends Remark {

    @Override
    default Optional<Remark> forNumbers() {
        return switch (this) {
            case Percentages _ ->
                Optional.of(this);
            case NoOrder _,ThreePlusThree _,Boin _,Mtpi2 _,LevelsAsPlanned _,Expansion _,Unordered _,Pending _,LatestDate _,Window _,EvaluableByWindow _,ToxicNotEvaluable _,EvaluableEarly _,AtOtherLevel _ ->
                Optional.empty();
        };
    }

    /// No decision, as the order of the dose levels is not known.
    record NoOrder() implements DoseRemark {

        @Override
        public Optional<RowName> explains() {
            return Optional.of(RowName.Dose.DECISION);
        }
    }

    /// The rule of the decisions.
    record ThreePlusThree() implements DoseRemark {

        @Override
        public Optional<RowName> explains() {
            return Optional.of(RowName.Dose.DECISION);
        }
    }

    /// The design of the decisions.
    ///
    /// @param escalation the greatest share at which the dose is raised
    /// @param deEscalation the least share at which it is lowered
    record Boin(double target, double escalation, double deEscalation) implements DoseRemark {

        @Override
        public Optional<RowName> explains() {
            return Optional.of(RowName.Dose.DECISION);
        }
    }

    /// The design of the decisions.
    ///
    /// @param low the lower end of the equivalence interval
    /// @param high its upper end
    record Mtpi2(double target, double low, double high) implements DoseRemark {

        @Override
        public Optional<RowName> explains() {
            return Optional.of(RowName.Dose.DECISION);
        }
    }

    /// The levels shown are taken as all that are planned.
    record LevelsAsPlanned() implements DoseRemark {}

    /// Subjects after the first six, who decide nothing.
    record Expansion(List<Level> levels) implements DoseRemark {}

    /// Levels of which nobody knows who came first.
    record Unordered(List<String> levels) implements DoseRemark {}

    /// Subjects in the window at the cut-off.
    record Pending(List<PendingLevel> levels) implements DoseRemark {

        @Override
        public Optional<RowName> explains() {
            return Optional.of(RowName.Dose.IN_DLT_WINDOW);
        }
    }

    /// The latest date of the data stands for the cut-off.
    record LatestDate(LocalDate date) implements DoseRemark {}

    /// How long the window is.
    ///
    /// @param fromFirst whether it begins with the first infusion, not with the last
    record Window(int days, boolean fromFirst) implements DoseRemark {}

    /// Without a flag, who is evaluable.
    ///
    /// @param fromFirst whether the window begins with the first infusion, not with the last
    record EvaluableByWindow(@Nullable Integer days, boolean fromFirst) implements DoseRemark {

        @Override
        public Optional<RowName> explains() {
            return Optional.of(RowName.Dose.DLT_EVALUABLE);
        }
    }

    /// Subjects with a toxicity who are not flagged as evaluable.
    record ToxicNotEvaluable(int subjects) implements DoseRemark {}

    /// Subjects who are flagged as evaluable before their window has ended.
    record EvaluableEarly(int subjects) implements DoseRemark {}

    /// What percentages are of, and how their limits are made.
    record Percentages(IntervalMethod interval) implements DoseRemark {

        @Override
        public Optional<RowName> explains() {
            return Optional.of(RowName.Dose.DLT);
        }
    }

    /// A dose level's later subjects.
    ///
    /// @param toxic those of them with a toxicity
    record Level(String label, int later, int toxic) {}

    /// A dose level's waiting subjects.
    ///
    /// @param names their identifiers; empty where they are not to be printed
    record PendingLevel(String label, int subjects, String names) {}

    /// Subjects with a toxicity at another dose level than the one that they are counted at, where it is not counted.
    record AtOtherLevel(int subjects) implements DoseRemark {}
}
