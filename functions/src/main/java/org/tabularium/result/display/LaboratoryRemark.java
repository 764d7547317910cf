package org.tabularium.result.display;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tabularium.result.RowName;
import org.tabularium.shell.rows.DeclaredVisits.ShiftPercent;

/// Values against limits: shifts, thresholds, criteria, transitions.
public sealed interface LaboratoryRemark extends Remark {

    @Override
    default Optional<Remark> forNumbers() {
        return switch (this) {
            case BelowLimit _,NotOnLogarithm _,GeometricRatioOfArms _,GeometricRatioToBaseline _,Course _,ShiftTested _ ->
                Optional.of(this);
            case CourseBeginsLate _,CourseEndsEarly _,LaterTreatment _,Logarithms _,Transition _,TransitionOfNobody _,UndatedValues _,CriterionNotShown _,CriterionPercentages _,NotAssessed _,ConvertedLimits _,LimitsWithoutUnit _,WorstLater _,ShiftPercentages _,DerivedGrades _,Undirected _,RangeForGrades _,WithoutLevels _,ValuesWithoutLevel _,UndatedRecords _,ConditionUnknown _,SettledByLimit _,ZeroPoints _,AtAnyTime _,FollowedBy _,DayZero _,NearDays _ ->
                Optional.empty();
        };
    }

    /// From one condition to another.
    ///
    /// @param fromFirst whether days count from the first such value, not from day zero
    /// @param dayZero the variable with day zero; empty for the day of first treatment
    record Transition(String from, String to, boolean fromFirst, String dayZero) implements LaboratoryRemark {}

    /// That days to a condition are of nobody in some column, as nobody in it met the one before.
    record TransitionOfNobody(String from) implements LaboratoryRemark {}

    /// Values below the limit of quantification, which a figure draws on it.
    record BelowLimit(int values, double limit) implements LaboratoryRemark {}

    /// So many values are zero or below, and a logarithmic axis has no place for them.
    record NotOnLogarithm(int values) implements LaboratoryRemark {}

    /// Parameters that are left out since their values are logarithms already.
    record Logarithms(List<String> labels) implements LaboratoryRemark {}

    /// Subjects whose last measurement is before the last day of an area.
    record CourseEndsEarly(String label, int subjects, int until) implements LaboratoryRemark {}

    /// Subjects whose first measurement is after day zero, where an area begins.
    record CourseBeginsLate(String label, int subjects) implements LaboratoryRemark {}

    /// Subjects with measurements after a treatment that is later than day zero.
    record LaterTreatment(String label, int subjects) implements LaboratoryRemark {}

    /// Values without a study day.
    record UndatedValues(int values) implements LaboratoryRemark {}

    /// A criterion that lacks parameters.
    record CriterionNotShown(String label, List<String> parameters) implements LaboratoryRemark {}

    /// What a criterion's percentages are of.
    ///
    /// @param parameters those needed
    /// @param leading the parameter whose visits count; empty where there is no other
    /// @param window days between its visit and the value of another
    record CriterionPercentages(String label, List<String> parameters, String leading,
            int window) implements LaboratoryRemark, OfRows {}

    /// What of a criterion was not assessed.
    record NotAssessed(String label, List<String> names) implements LaboratoryRemark, OfRows {}

    /// Limits are in another unit than the values, and were converted.
    ///
    /// @param label of the parameter
    /// @param unit of the values
    /// @param one how many of the values' unit one of the limits' unit is
    record ConvertedLimits(String label, String unit, String limits, String one) implements LaboratoryRemark {}

    /// Nothing says the unit of the values, which are taken to be in that of the limits.
    record LimitsWithoutUnit(String label, String limits) implements LaboratoryRemark {}

    /// The later level of a shift is the worst.
    record WorstLater() implements LaboratoryRemark {}

    /// What a shift's percentages are of.
    record ShiftPercentages(ShiftPercent of) implements LaboratoryRemark {}

    /// How the p-values of a shift are made.
    ///
    /// @param scored whether some of them use scores
    record ShiftTested(boolean scored) implements LaboratoryRemark {}

    /// Parameters with grades of ours.
    record DerivedGrades(List<String> parameters) implements LaboratoryRemark {}

    /// How many grades of a parameter are neither of a low nor of a high value.
    record Undirected(List<Map.Entry<String, Long>> parameters) implements LaboratoryRemark {}

    /// Parameters without grades are shown by reference range.
    ///
    /// @param unknown those that would be graded if their unit were known, with it; empty for none
    record RangeForGrades(List<Map.Entry<String, Lack>> unknown) implements LaboratoryRemark {}

    /// Parameters without levels, with what their grades lack.
    record WithoutLevels(List<Map.Entry<String, Lack>> parameters) implements LaboratoryRemark {}

    /// Parameters of which subjects have a value whose level nothing says.
    record ValuesWithoutLevel(List<Unlevelled> parameters) implements LaboratoryRemark {}

    /// How many subjects have a value of a parameter without a level.
    record Unlevelled(String label, int atBaseline, int later) {}

    /// What the grades of a parameter lack.
    sealed interface Lack {}

    /// Nothing in particular.
    record NothingParticular() implements Lack {}

    /// Grades of which nothing tells whether the value was low or high.
    record NoDirection(long grades) implements Lack {}

    /// A unit that is known.
    ///
    /// @param unit that is not known; empty for none
    record NoKnownUnit(String unit) implements Lack {}

    /// Records neither before nor after baseline.
    record UndatedRecords(int records) implements LaboratoryRemark {}

    /// What a condition compares and a value may lack.
    enum Needed {
        NUMBER, BASELINE, UPPER_LIMIT, LOWER_LIMIT, RANGE_INDICATOR, GRADE
    }

    /// Values of which nobody knows whether they meet a condition.
    record ConditionUnknown(Needed needed, int values) implements LaboratoryRemark {}

    /// Systems of BILAG-2004 without a letter, of 0 points, are shown as D.
    record ZeroPoints() implements LaboratoryRemark {}

    /// Values that have a limit ("<5") in place of a number, which tells whether they meet a condition.
    record SettledByLimit(int values) implements LaboratoryRemark {}

    /// What values at any time after baseline are, and whom their percentages are of.
    ///
    /// @param emerging whether subjects whose baseline meets the condition are left out
    record AtAnyTime(boolean emerging) implements LaboratoryRemark {}

    /// What a value that is followed by another is, and whom percentages are of.
    ///
    /// @param within days between the two
    /// @param meanwhile the label of the row about a further parameter; empty for none
    record FollowedBy(String first, String then, int within, String meanwhile) implements LaboratoryRemark {}

    /// What of a course its maximum, area and last quantifiable day are.
    ///
    /// @param until the last day of the area
    record Course(int until) implements LaboratoryRemark {}

    /// Study days that count from a chosen day.
    record DayZero(String variable) implements LaboratoryRemark {}

    /// Values nearest to some study days.
    record NearDays(List<Integer> days, int window) implements LaboratoryRemark {}

    /// How arms' geometric means are compared.
    record GeometricRatioOfArms() implements LaboratoryRemark {

        @Override
        public Optional<RowName> explains() {
            return Optional.of(RowName.Laboratory.GEOMETRIC_RATIO);
        }
    }

    /// How geometric means are compared with baseline.
    record GeometricRatioToBaseline() implements LaboratoryRemark {

        @Override
        public Optional<RowName> explains() {
            return Optional.of(RowName.Laboratory.RATIO_TO_BASELINE);
        }
    }
}
