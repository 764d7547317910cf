package org.tabularium.study.records;

import java.util.Optional;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.study.CommonUnits;
import org.tabularium.study.StudyData;
import org.tabularium.study.TimeUnit;

/// The duration of follow-up (FUPDUR of ADSL): in months, which one whose label says days, weeks or years has become on reading.
///
/// @param months one a subject
/// @param delivered the unit that the data had
public record FollowUpDuration(NumericColumn months, TimeUnit delivered) {

    private static final double MONTHS_A_YEAR = 12;

    /// Empty where ADSL has no such number, or its label says a unit that is no length of time.
    public static Optional<FollowUpDuration> of(StudyData data) {
        return data.adsl().column(CommonUnits.FOLLOW_UP)
                .flatMap(c -> c instanceof NumericColumn numbers ? Optional.of(numbers) : Optional.empty())
                .flatMap(numbers -> CommonUnits
                        .ofFollowUp(data.settings().display().label(CommonUnits.FOLLOW_UP).orElse(numbers.variable().label()))
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
