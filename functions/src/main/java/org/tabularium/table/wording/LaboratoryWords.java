package org.tabularium.table.wording;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tabularium.result.RowName;
import org.tabularium.result.display.LaboratoryRemark.AtAnyTime;
import org.tabularium.result.display.LaboratoryRemark.BelowLimit;
import org.tabularium.result.display.LaboratoryRemark.ConditionUnknown;
import org.tabularium.result.display.LaboratoryRemark.Course;
import org.tabularium.result.display.LaboratoryRemark.CriterionNotShown;
import org.tabularium.result.display.LaboratoryRemark.CriterionPercentages;
import org.tabularium.result.display.LaboratoryRemark.DayZero;
import org.tabularium.result.display.LaboratoryRemark.DerivedGrades;
import org.tabularium.result.display.LaboratoryRemark.FollowedBy;
import org.tabularium.result.display.LaboratoryRemark.GeometricRatioOfArms;
import org.tabularium.result.display.LaboratoryRemark.GeometricRatioToBaseline;
import org.tabularium.result.display.LaboratoryRemark.Lack;
import org.tabularium.result.display.LaboratoryRemark.NotOnLogarithm;
import org.tabularium.result.display.LaboratoryRemark.ConvertedLimits;
import org.tabularium.result.display.LaboratoryRemark.CourseBeginsLate;
import org.tabularium.result.display.LaboratoryRemark.CourseEndsEarly;
import org.tabularium.result.display.LaboratoryRemark.LaterTreatment;
import org.tabularium.result.display.LaboratoryRemark.LimitsWithoutUnit;
import org.tabularium.result.display.LaboratoryRemark.Logarithms;
import org.tabularium.result.display.LaboratoryRemark.NearDays;
import org.tabularium.result.display.LaboratoryRemark.Needed;
import org.tabularium.result.display.LaboratoryRemark.NoDirection;
import org.tabularium.result.display.LaboratoryRemark.NoKnownUnit;
import org.tabularium.result.display.LaboratoryRemark.NotAssessed;
import org.tabularium.result.display.LaboratoryRemark.NothingParticular;
import org.tabularium.result.display.LaboratoryRemark.RangeForGrades;
import org.tabularium.result.display.LaboratoryRemark.SettledByLimit;
import org.tabularium.result.display.LaboratoryRemark.ShiftPercentages;
import org.tabularium.result.display.LaboratoryRemark.ShiftTested;
import org.tabularium.result.display.LaboratoryRemark.Transition;
import org.tabularium.result.display.LaboratoryRemark.TransitionOfNobody;
import org.tabularium.result.display.LaboratoryRemark.UndatedRecords;
import org.tabularium.result.display.LaboratoryRemark.UndatedValues;
import org.tabularium.result.display.LaboratoryRemark.Undirected;
import org.tabularium.result.display.LaboratoryRemark.Unlevelled;
import org.tabularium.result.display.LaboratoryRemark.ValuesWithoutLevel;
import org.tabularium.result.display.LaboratoryRemark.WithoutLevels;
import org.tabularium.result.display.LaboratoryRemark.WorstLater;
import org.tabularium.result.display.LaboratoryRemark.ZeroPoints;
import org.tabularium.result.display.LaboratoryRemark;
import org.tabularium.shell.rows.DeclaredVisits.ShiftPercent;
import org.tabularium.study.ValueText;

/// Values against limits: shifts, thresholds, criteria, transitions.
final class LaboratoryWords {

    private LaboratoryWords() {}

    private static String of(Needed needed) {
        return switch (needed) {
            case NUMBER -> "a number";
            case BASELINE -> "a baseline";
            case UPPER_LIMIT -> "an upper limit of normal";
            case LOWER_LIMIT -> "a lower limit of normal";
            case RANGE_INDICATOR -> "an indicator of the range of normal";
            case GRADE -> "a grade";
        };
    }

    /// A row's label.
    static String of(RowName.Laboratory name) {
        return switch (name) {
            case LOW -> "Low";
            case NORMAL -> "Normal";
            case HIGH -> "High";
            case LOW_AND_HIGH -> "Low and high";
            case ABNORMAL -> "Abnormal";
            case BASELINE_MISSING -> "Baseline missing";
            case NO_LATER_VALUE -> "No later value";
            case AT_ANY_VISIT -> "At any visit";
            case AT_LAST_ASSESSMENT -> "At last assessment";
            case GEOMETRIC_RATIO -> "Geometric mean ratio to";
            case RATIO_TO_BASELINE -> "Geometric mean ratio to baseline";
            case EVER_QUANTIFIABLE -> "Ever quantifiable";
            case SHIFT_ASSOCIATION -> "General association, p-value";
            case SHIFT_MEAN_SCORES -> "Row mean scores differ, p-value";
            case SHIFT_CORRELATION -> "Nonzero correlation, p-value";
            case MAXIMUM_AFTER_BASELINE -> "Maximum after baseline";
            case MINIMUM_AFTER_BASELINE -> "Minimum after baseline";
        };
    }

    static String of(LaboratoryRemark remark, PrintedNames names) {
        return switch (remark) {
            case Transition transition -> of(transition, names);
            case TransitionOfNobody(String from) -> "– stands where no subject has \"" + from + "\".";
            case BelowLimit(int values, double limit) -> Plural.of(values,
                    "{n} value below the limit of quantification (" + ValueText.number(limit) + ") is drawn on it.",
                    "{n} values below the limit of quantification (" + ValueText.number(limit) + ") are drawn on it.");
            case NotOnLogarithm(int values) -> Plural.of(values,
                    "{n} value of zero or below is not drawn, since the axis is logarithmic; lines are broken there.",
                    "{n} values of zero or below are not drawn, since the axis is logarithmic; lines are broken there.");
            case CourseEndsEarly(String label, int subjects, int until) -> names.ofText(label) + ": " + Plural.of(subjects,
                    "the last measurement of {n} subject is before day " + until + "; its area ends there.",
                    "the last measurements of {n} subjects are before day " + until + "; their areas end there.");
            case CourseBeginsLate(String label, int subjects) -> names.ofText(label) + ": " + Plural.of(subjects,
                    "the first measurement of {n} subject is after day 0; its area begins there.",
                    "the first measurements of {n} subjects are after day 0; their areas begin there.");
            case LaterTreatment(String label, int subjects) -> names.ofText(label) + ": " + Plural.of(subjects,
                    "{n} subject was treated again after day 0 and has later values; they count as one course.",
                    "{n} subjects were treated again after day 0 and have later values; they count as one course.");
            case UndatedValues(int values) -> Plural.of(values,
                    "{n} value without a study day is left out.",
                    "{n} values without a study day are left out.");
            case CriterionNotShown(String label, List<String> parameters) ->
                label + " is not shown: the data do not have "
                        + parameters.stream().map(names::ofParameter).collect(Collectors.joining(", ")) + ".";
            case CriterionPercentages percentages -> of(percentages, names);
            case NotAssessed(String label, List<String> absent) ->
                label + ": not assessed because the data do not have it: "
                        + absent.stream().map(names::ofParameter).collect(Collectors.joining(", ")) + ".";
            case ConvertedLimits(String label, String unit, String limits, String one) ->
                "Limits in " + names.within(limits) + " are multiplied by " + one + " to compare them with " + names.within(label)
                        + ", which is in " + names.within(unit) + ".";
            case LimitsWithoutUnit(String label, String limits) ->
                "The data do not say the unit of " + names.within(label) + "; its values are taken to be in " + limits + ".";
            case WorstLater() ->
                "The later level is the worst of all records after baseline, at scheduled and unscheduled visits.";
            case ShiftPercentages(ShiftPercent of) -> switch (of) {
                case ALL -> "Percentages are based on the subjects with a level at baseline and a later one (n).";
                case BASELINE ->
                    "Percentages are based on the subjects with a level at baseline and a later one (n), those of later levels on the ones among them with the same level at baseline.";
            };
            case ShiftTested(boolean scored) ->
                "p-values are from Cochran–Mantel–Haenszel tests of all arms, stratified by the level at baseline, of the subjects with a level at baseline and a later one"
                        + (scored ? "; levels and arms are scored 1, 2, 3 … in their order." : ".");
            case DerivedGrades(List<String> parameters) -> "Grades of "
                    + parameters.stream().map(names::within).collect(Collectors.joining(", "))
                    + " are derived by CTCAE 5.0 from value, normal range and baseline; others are as given.";
            case Undirected(List<Map.Entry<String, Long>> parameters) ->
                "Grades are left out where nothing tells whether the value was low or high: "
                        + parameters.stream().map(e -> names.within(e.getKey()) + ": " + e.getValue())
                                .collect(Collectors.joining("; "))
                        + ".";
            case RangeForGrades(List<Map.Entry<String, Lack>> unknown) ->
                "Parameters without grades are shown by their reference range"
                        + (unknown.isEmpty()
                                ? ""
                                : "; not graded are " + unknown.stream().map(e -> names.within(e.getKey()) + of(e.getValue()))
                                        .collect(Collectors.joining(", ")))
                        + ".";
            case WithoutLevels(List<Map.Entry<String, Lack>> parameters) ->
                "Without a grade or a reference range, and not shown: " + parameters.stream()
                        .map(e -> names.within(e.getKey()) + of(e.getValue()))
                        .collect(Collectors.joining(", ")) + ".";
            case ValuesWithoutLevel(List<Unlevelled> parameters) ->
                "Subjects with a value but without a level count as missing at baseline and as without a later value after it: "
                        + parameters.stream()
                                .map(parameter -> names.within(parameter.label()) + ": " + parameter.atBaseline()
                                        + " at baseline, " + parameter.later() + " after it")
                                .collect(Collectors.joining("; "))
                        + ".";
            case UndatedRecords(int records) -> Plural.of(records,
                    "{n} record is left out because nothing tells whether it is before or after baseline.",
                    "{n} records are left out because nothing tells whether they are before or after baseline.");
            case ConditionUnknown(Needed needed, int values) -> Plural.of(values,
                    "{n} value without " + of(needed) + " counts as not meeting conditions that need it.",
                    "{n} values without " + of(needed) + " count as not meeting conditions that need it.");
            case ZeroPoints() ->
                "Grades delivered as points are A for 12, B for 8, C for 1 and D for 0, which may also stand for E.";
            case SettledByLimit(int values) -> Plural.of(values,
                    "{n} value that is reported as below or above a limit counts as meeting a condition where the limit says so.",
                    "{n} values that are reported as below or above a limit count as meeting a condition where the limit says so.");
            case AtAnyTime(boolean emerging) ->
                "A subject counts in each row whose condition any of its values after baseline meets, at scheduled and unscheduled visits; percentages are based on the subjects with a value after baseline"
                        + (emerging
                                ? " whose baseline does not meet it; a missing baseline counts as not meeting it."
                                : " (n).");
            case FollowedBy of -> of(of);
            case Course(int until) ->
                "Days are counted from day zero as 0. Values below quantification count as 0 before the first quantifiable value and are left out after it; the area is by the linear trapezoidal rule over the values up to day "
                        + until + ", without extrapolation. Subjects without a quantifiable value have none of these.";
            case Logarithms(List<String> labels) ->
                "Values that are logarithms have no geometric statistics and no rise by ratio, and are left out: "
                        + labels.stream().map(names::within).collect(Collectors.joining("; ")) + ".";
            case DayZero(String variable) -> "Study days are counted from \"" + names.ofVariable(variable) + "\".";
            case NearDays(List<Integer> days, int window) -> "At "
                    + days.stream().map(day -> "day " + day).collect(Collectors.joining(" and "))
                    + " the value nearest to the study day counts, at scheduled and unscheduled visits within " + window
                    + " days of it (of two equally near ones the later); percentages are based on the subjects with such a value.";
            case GeometricRatioOfArms() ->
                "Ratios of geometric means to another arm are differences of the means of natural logarithms, transformed back, with limits by Student's t of the pooled variance, without adjustment for multiplicity.";
            case GeometricRatioToBaseline() ->
                "The geometric mean ratio to baseline is the geometric mean of the ratios of the subjects with a value at the visit and at baseline, with limits by Student's t.";
        };
    }

    private static String of(Transition transition, PrintedNames names) {
        String from = "\"" + transition.from() + "\"";
        return from + " is based on the subjects with a value after baseline, at scheduled and unscheduled visits; \""
                + transition.to()
                + "\" is the first later value that meets its condition, among the subjects with " + from
                + ". Days are counted from "
                + (transition.fromFirst() ? "the first such value" : SubjectWords.dayZero(transition.dayZero(), names))
                + "; Kaplan–Meier estimates, censored at the last value, with Brookmeyer–Crowley limits on the log(−log) scale.";
    }

    private static String of(FollowedBy of) {
        String both = "\"" + of.first() + "\" is followed by \"" + of.then() + "\" where that is on the same day or at most "
                + of.within() + " days later. Percentages are based on the subjects with values of both after baseline (n).";
        return of.meanwhile().isEmpty()
                ? both
                : both + " \"" + of.meanwhile()
                        + "\" asks for at least one value from the day of the one to that of the other, of which all meet it.";
    }

    private static String of(Lack lack) {
        return switch (lack) {
            case NothingParticular() -> "";
            case NoDirection(long grades) ->
                Plural.of(grades, " ({n} grade", " ({n} grades") + " of which nothing tells whether the value was low or high)";
            case NoKnownUnit(String unit) -> " (no unit that is known: " + (unit.isEmpty() ? "none" : unit) + ")";
        };
    }

    private static String of(CriterionPercentages of, PrintedNames names) {
        return names.ofText(of.label()) + ": percentages are based on the subjects with a value of "
                + of.parameters().stream().map(names::within).collect(Collectors.joining(" and ")) + " at the visit."
                + (of.leading().isEmpty()
                        ? ""
                        : " What is not measured at a visit of " + names.within(of.leading())
                                + " is the value nearest to it within "
                                + of.window()
                                + " days.");
    }
}
