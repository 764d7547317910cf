package org.tabularium.analysis.frame;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.result.ComparisonRemark.Time;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.comparison.ExposureAdjusted;
import org.tabularium.study.StudyData;

/// How long each subject is under observation.
///
/// Follow-up is FUPDUR, in months. Treatment runs from TRTSDT to TRTEDT, both days included; where TRTEDT is missing and the
/// study has a cut-off, to the cut-off. A year
/// has 12 months or 365.25 days.
///
/// @param years for each subject; NaN where it is not known
/// @param kind what the time is
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ObservationTime(double[] years, Time kind) {

    /// The variables of ADSL that it is made of.
    public static final List<String> VARIABLES = List.of("FUPDUR", "TRTSDT", "TRTEDT");

    static final double DAYS_A_YEAR = 365.25;
    private static final double MONTHS_A_YEAR = 12;

    /// @throws NotProducedException where ADSL does not tell
    static ObservationTime of(StudyData data, ExposureAdjusted.Time time) throws NotProducedException {
        Optional<NumericColumn> months = data.adsl().column("FUPDUR")
                .filter(c -> time != ExposureAdjusted.Time.TREATMENT)
                .flatMap(c -> c instanceof NumericColumn numbers ? Optional.of(numbers) : Optional.empty());
        if (months.isPresent()) {
            return followUp(months.get());
        }
        Optional<Column> start = data.adsl().column("TRTSDT");
        Optional<Column> end = data.adsl().column("TRTEDT");
        if (time == ExposureAdjusted.Time.FOLLOW_UP || start.isEmpty() || end.isEmpty()) {
            throw new NotProducedException(new AbsenceObstacle.NoTimeUnderObservation(time));
        }
        return treatment(data.adsl(), start.get(), end.get(), data.settings().cutOff());
    }

    private static ObservationTime followUp(NumericColumn months) {
        double[] years = new double[months.size()];
        for (int subject = 0; subject < years.length; subject++) {
            boolean known = !months.isMissing(subject) && months.value(subject) >= 0;
            years[subject] = known ? months.value(subject) / MONTHS_A_YEAR : Double.NaN;
        }
        return new ObservationTime(years, Time.FOLLOW_UP);
    }

    private static ObservationTime treatment(Dataset adsl, Column start, Column end,
            @org.jspecify.annotations.Nullable LocalDate cutOff) {
        DatasetDates from = DatasetDates.of(start);
        DatasetDates to = DatasetDates.of(end);
        double[] years = new double[adsl.rows()];
        Arrays.fill(years, Double.NaN);
        boolean ongoing = false;
        for (int subject = 0; subject < years.length; subject++) {
            int first = from.epochDay(subject);
            boolean open = to.epochDay(subject) == DatasetDates.ABSENT && cutOff != null;
            long last = open && cutOff != null ? cutOff.toEpochDay() : to.epochDay(subject);
            if (first != DatasetDates.ABSENT && last != DatasetDates.ABSENT && last >= first) {
                years[subject] = (last - first + 1) / DAYS_A_YEAR;
                ongoing |= open;
            }
        }
        return new ObservationTime(years, ongoing ? Time.TREATMENT_OR_CUT_OFF : Time.TREATMENT);
    }

    boolean isKnown(int subject) {
        return !Double.isNaN(years[subject]);
    }
}
