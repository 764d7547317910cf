package org.tabularium.study.records;

import java.util.Optional;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.study.StudyData;

/// The duration of follow-up (FUPDUR of ADSL): months, unless its label says days, weeks or years.
///
/// @param column as the data have it
/// @param label as study.yaml, else the dataset gives it
/// @param unit its unit
public record FollowUpDuration(NumericColumn column, String label, TimeUnit unit) {

    private static final String VARIABLE = "FUPDUR";
    private static final double MONTHS_A_YEAR = 12;
    private static final double DAYS_A_YEAR = 365.25;
    private static final double DAYS_A_WEEK = 7;

    /// Empty where ADSL has no such number, or its label says a unit that is no length of time.
    public static Optional<FollowUpDuration> of(StudyData data) {
        return data.adsl().column(VARIABLE)
                .flatMap(c -> c instanceof NumericColumn numbers ? Optional.of(numbers) : Optional.empty())
                .map(numbers -> {
                    String label = data.settings().display().label(VARIABLE).orElse(numbers.variable().label());
                    return new FollowUpDuration(numbers, label,
                            TimeUnit.ofLabel(label).map(TimeUnit.Written::unit).orElse(TimeUnit.MONTHS));
                })
                .filter(known -> known.unit != TimeUnit.CYCLES);
    }

    /// Whether it is in another unit than months.
    public boolean isConverted() {
        return unit != TimeUnit.MONTHS;
    }

    /// In years; NaN where it is missing or below 0.
    public double years(int subject) {
        double value = column.isMissing(subject) ? Double.NaN : column.value(subject);
        if (!(value >= 0)) {
            return Double.NaN;
        }
        return switch (unit) {
            case MINUTES -> value / (60 * 24 * DAYS_A_YEAR);
            case HOURS -> value / (24 * DAYS_A_YEAR);
            case DAYS -> value / DAYS_A_YEAR;
            case WEEKS -> value * DAYS_A_WEEK / DAYS_A_YEAR;
            case MONTHS -> value / MONTHS_A_YEAR;
            case YEARS -> value;
            case CYCLES -> Double.NaN;
        };
    }

    /// In months; NaN where it is missing.
    public double months(int subject) {
        return isConverted() ? years(subject) * MONTHS_A_YEAR : column.value(subject);
    }
}
