package org.tabularium.table.wording;

import java.util.List;
import java.util.stream.Collectors;
import org.tabularium.result.MethodId;
import org.tabularium.result.RowName;
import org.tabularium.result.display.ComparisonRemark.ControlByName;
import org.tabularium.result.display.ComparisonRemark.Differences;
import org.tabularium.result.display.ComparisonRemark.NoControl;
import org.tabularium.result.display.ComparisonRemark.OddsRatios;
import org.tabularium.result.display.ComparisonRemark.OneArmStrata;
import org.tabularium.result.display.ComparisonRemark.Rates;
import org.tabularium.result.display.ComparisonRemark.Time;
import org.tabularium.result.display.ComparisonRemark.UnknownTime;
import org.tabularium.result.display.ComparisonRemark;
import org.tabularium.shell.comparison.ExposureAdjusted.Compare;
import org.tabularium.study.ValueText;

/// How arms are compared, and what rates are of.
final class ComparisonWords {

    private ComparisonWords() {}

    /// A row's label.
    static String of(RowName.Comparison name) {
        return switch (name) {
            case PER_100_PATIENT_YEARS -> "Per 100 patient-years";
            case RATE_RATIO -> "Rate ratio to";
            case RATE_DIFFERENCE -> "Rate difference from";
            case DIFFERENCE -> "Difference from";
            case ODDS_RATIO -> "Odds ratio to";
            case COMPARISON -> "Comparison with";
            case COMPARISON_P_VALUE -> "Comparison with";
            case ALL_ARMS_P_VALUE -> "All arms, p-value";
        };
    }

    static String of(ComparisonRemark remark, PrintedNames names) {
        return switch (remark) {
            case ControlByName(String arm) -> "\"" + names.ofArm(arm) + "\" is taken as the control because of its name.";
            case NoControl() -> "The groups are not compared because none of them is known to be the control.";
            case Differences(String against, MethodId interval, List<String> strata, double confidence) ->
                "Differences are in percentage points, each arm minus " + names.ofArm(against) + ", with "
                        + intervals(interval, strata, confidence, names) + ", without adjustment for multiplicity.";
            case OddsRatios(String against, MethodId method, List<String> strata) ->
                "Odds ratios of each arm versus " + names.ofArm(against) + " are from " + StatisticWords.of(method)
                        + stratified(strata, names)
                        + (method == MethodId.MANTEL_HAENSZEL
                                ? ", with confidence intervals by the variance of Robins, Breslow and Greenland"
                                : ", with Wald confidence intervals")
                        + ", without adjustment for multiplicity.";
            case OneArmStrata of -> (of.arm().isEmpty()
                    ? "All arms: "
                    : names.ofArm(of.arm()) + " versus " + names.ofArm(of.control()) + ": ")
                    + (of.upTo() ? "up to " : "")
                    + Plural.of(of.subjects(), "{n} subject is in a stratum", "{n} subjects are in strata") + " ("
                    + joined(of.strata(), names) + ") with nobody of another arm compared, and "
                    + Plural.of(of.subjects(), "has", "have") + " no part in the comparison.";
            case Rates rates -> of(rates);
            case UnknownTime(long subjects) -> Plural.of(subjects,
                    "{n} subject whose time at risk is not known is left out of the rates.",
                    "{n} subjects whose time at risk is not known are left out of the rates.");
        };
    }

    private static String intervals(MethodId interval, List<String> strata, double confidence, PrintedNames names) {
        String percent = ValueText.number(100 * confidence) + "% ";
        String weights = "Cochran–Mantel–Haenszel weights" + (strata.isEmpty() ? "" : " over strata of " + joined(strata, names))
                + " and " + percent + "Wald confidence intervals";
        return switch (interval) {
            case CMH_DIFFERENCE -> weights;
            case CMH_DIFFERENCE_SATO -> weights + " with Sato's variance";
            default -> percent + StatisticWords.of(interval) + " confidence intervals";
        };
    }

    /// What strata there are; empty for none.
    static String stratified(List<String> strata, PrintedNames names) {
        return strata.isEmpty()
                ? ""
                : ", stratified by " + joined(strata, names);
    }

    private static String joined(List<String> strata, PrintedNames names) {
        return strata.stream().map(names::ofVariable).collect(Collectors.joining(", "));
    }

    private static String of(Rates rates) {
        String what = switch (rates.count()) {
            case EVENTS -> "Rates are events per 100 patient-years; a subject's time at risk is ";
            case SUBJECTS ->
                "Rates are subjects with an event per 100 patient-years; a subject's time ends with the first event, otherwise it is ";
        };
        return what + of(rates.time()) + "; confidence intervals are exact (Poisson)" + of(rates.compare()) + ".";
    }

    private static String of(Time time) {
        String treatment = "the time from first to last treatment";
        String years = "both days included, in years of 365.25 days";
        return switch (time) {
            case FOLLOW_UP -> "the duration of follow-up (months / 12)";
            case FOLLOW_UP_CONVERTED -> "the duration of follow-up, in years of 365.25 days";
            case TREATMENT -> treatment + ", " + years;
            case TREATMENT_OR_CUT_OFF ->
                treatment + " (to the data cut-off where no last treatment is recorded by then), " + years;
            case TREATMENT_OR_LATEST_DATE ->
                treatment + " (to the latest date of the data where no last treatment is recorded), " + years;
        };
    }

    private static String of(Compare compare) {
        return switch (compare) {
            case NONE -> "";
            case RATIO -> ", those of ratios conditional on the number of events in both arms";
            case DIFFERENCE -> ", those of differences are Wald intervals";
        };
    }
}
