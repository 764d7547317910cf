package org.tabularium.table.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.tabularium.result.RowName;
import org.tabularium.result.display.DoseRemark.AtOtherLevel;
import org.tabularium.result.display.DoseRemark.Boin;
import org.tabularium.result.display.DoseRemark.EvaluableByWindow;
import org.tabularium.result.display.DoseRemark.EvaluableEarly;
import org.tabularium.result.display.DoseRemark.Expansion;
import org.tabularium.result.display.DoseRemark.LatestDate;
import org.tabularium.result.display.DoseRemark.Level;
import org.tabularium.result.display.DoseRemark.LevelsAsPlanned;
import org.tabularium.result.display.DoseRemark.Mtpi2;
import org.tabularium.result.display.DoseRemark.NoOrder;
import org.tabularium.result.display.DoseRemark.Pending;
import org.tabularium.result.display.DoseRemark.PendingLevel;
import org.tabularium.result.display.DoseRemark.Percentages;
import org.tabularium.result.display.DoseRemark.ThreePlusThree;
import org.tabularium.result.display.DoseRemark.ToxicNotEvaluable;
import org.tabularium.result.display.DoseRemark.Unordered;
import org.tabularium.result.display.DoseRemark.Window;
import org.tabularium.result.display.DoseRemark;
import org.tabularium.shell.rows.IntervalMethod;
import org.tabularium.study.ValueText;

/// Dose-limiting toxicities and the decisions on doses.
final class DoseWords {

    private static final int RATE_DECIMALS = 3;

    private DoseWords() {}

    /// A row's label.
    static String of(RowName.Dose name) {
        return switch (name) {
            case TREATED -> "Treated";
            case DLT_EVALUABLE -> "DLT-evaluable";
            case IN_DLT_WINDOW -> "In the DLT window at the cut-off";
            case NOT_EVALUABLE -> "Not evaluable";
            case DLT -> "DLT, n/N (%)";
            case DECISION -> "Decision";
        };
    }

    static String of(DoseRemark remark, PrintedNames names) {
        return switch (remark) {
            case NoOrder() -> "No decision is shown because the order of the dose levels is not known.";
            case ThreePlusThree() ->
                "Decisions follow the 3+3 rule: escalate after 0 DLT in 3 or at most 1 in 6, add 3 after 1 in 3, stop at 2; MTD is the"
                        + " level with at most 1 DLT in 6 below the one stopped.";
            case Boin(double target, double escalation, double deEscalation) ->
                "Decisions follow the BOIN design with target " + ValueText.number(target)
                        + ": escalate at a DLT rate of at most "
                        + rate(escalation) + ", de-escalate at one of at least " + rate(deEscalation)
                        + ", else stay; a level is eliminated with those above it where the posterior probability of a rate above"
                        + " the target exceeds 0.95, from 3 evaluable subjects on. The MTD is not selected here.";
            case Mtpi2(double target, double low, double high) ->
                "Decisions follow the mTPI-2 design with target " + ValueText.number(target) + " and equivalence interval "
                        + ValueText.number(low) + " to " + ValueText.number(high)
                        + ": of the intervals of this width the one with the"
                        + " greatest posterior probability for its width decides, escalate below the equivalence interval, stay in"
                        + " it, de-escalate above it; a level is eliminated with those above it where the posterior probability of a"
                        + " rate above the target exceeds 0.95, from 3 evaluable subjects on. The MTD is not selected here.";
            case LevelsAsPlanned() -> "The dose levels shown are taken as all that are planned.";
            case Expansion(List<Level> levels) ->
                "The first six evaluable subjects by first infusion decide. Later ones are an expansion, counted in the rows above and not"
                        + " in the decision: " + levels.stream().map(level -> of(level, names)).collect(Collectors.joining("; "))
                        + ".";
            case Unordered(List<String> levels) ->
                "All evaluable subjects decide because the dates do not tell who were the first six: "
                        + levels.stream().map(names::ofArm).collect(Collectors.joining("; ")) + ".";
            case Pending(List<PendingLevel> levels) -> "Pending, in the DLT window at the cut-off: "
                    + levels.stream().map(level -> of(level, names)).collect(Collectors.joining("; ")) + ".";
            case LatestDate(LocalDate date) ->
                "The latest date of the data (" + date + ") stands for the data cut-off in the DLT window.";
            case Window(int days, boolean fromFirst) ->
                "The DLT window is " + days + " days from the " + infusion(fromFirst) + ".";
            case EvaluableByWindow(Integer days, boolean fromFirst) ->
                "The data have no DLT-evaluable flag: evaluable are subjects with a DLT or followed for " + days
                        + " days from the "
                        + infusion(fromFirst) + ".";
            case ToxicNotEvaluable(int subjects) -> Plural.of(subjects,
                    "{n} subject with a DLT is not flagged DLT-evaluable and not counted.",
                    "{n} subjects with a DLT are not flagged DLT-evaluable and not counted.");
            case EvaluableEarly(int subjects) -> Plural.of(subjects,
                    "{n} subject flagged DLT-evaluable is still in the DLT window at the cut-off.",
                    "{n} subjects flagged DLT-evaluable are still in the DLT window at the cut-off.");
            case AtOtherLevel(int subjects) -> Plural.of(subjects,
                    "{n} subject had a DLT at another dose level than the one it is counted at; that DLT is not counted.",
                    "{n} subjects had a DLT at another dose level than the one they are counted at; those DLT are not counted.");
            case Percentages(IntervalMethod interval) -> "Percentages are based on the DLT-evaluable subjects"
                    + (interval == IntervalMethod.NONE ? "." : "; confidence intervals are " + StatisticWords.of(interval) + ".");
        };
    }

    private static String of(Level level, PrintedNames names) {
        return names.ofArm(level.label()) + ": " + level.later() + " (" + level.toxic() + " with DLT)";
    }

    private static String of(PendingLevel level, PrintedNames names) {
        return names.ofArm(level.label()) + ": "
                + (level.names().isEmpty() ? Plural.of(level.subjects(), "{n} subject", "{n} subjects") : level.names());
    }

    private static String rate(double share) {
        return BigDecimal.valueOf(share).setScale(RATE_DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }

    private static String infusion(boolean first) {
        return first ? "first infusion" : "last infusion";
    }
}
