package org.tabularium.study.records;

import java.util.Optional;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.study.StudyData;

/// The duration of follow-up (FUPDUR of ADSL): in months, which one whose label says days, weeks or years has become on reading.
///
/// @param months one a subject
/// @param delivered the unit that the data had
public record FollowUpDuration(NumericColumn months, TimeUnit delivered) {

    public static final String VARIABLE = "FUPDUR";
    private static final double MONTHS_A_YEAR = 12;

    /// The unit that a label says; months where it says none.
    ///
    /// @return empty for a unit that is no length of time
    public static Optional<TimeUnit> unit(String label) {
        return Optional.of(TimeUnit.ofLabel(label).map(TimeUnit.Written::unit).orElse(TimeUnit.MONTHS))
                .filter(unit -> unit.aYear().isPresent());
    }

    /// Durations in months.
    ///
    /// @param unit of the numbers, a length of time
    public static NumericColumn inMonths(NumericColumn numbers, TimeUnit unit) {
        double aMonth = unit.aYear().orElseThrow() / MONTHS_A_YEAR;
        return unit == TimeUnit.MONTHS
                ? numbers
                : NumericColumn.computed(numbers.variable(), numbers.size(), row -> numbers.value(row) / aMonth);
    }

    /// Empty where ADSL has no such number, or its label says a unit that is no length of time.
    public static Optional<FollowUpDuration> of(StudyData data) {
        return data.adsl().column(VARIABLE)
                .flatMap(c -> c instanceof NumericColumn numbers ? Optional.of(numbers) : Optional.empty())
                .flatMap(numbers -> unit(data.settings().display().label(VARIABLE).orElse(numbers.variable().label()))
                        .map(unit -> new FollowUpDuration(numbers, unit)));
    }

    /// Whether the data had it in another unit than months.
    public boolean isConverted() {
        return delivered != TimeUnit.MONTHS;
    }

    /// In years; NaN where it is missing or below 0.
    public double years(int subject) {
        double value = months(subject);
        return value >= 0 ? value / MONTHS_A_YEAR : Double.NaN;
    }

    /// In months; NaN where it is missing.
    public double months(int subject) {
        return months.isMissing(subject) ? Double.NaN : months.value(subject);
    }
}
