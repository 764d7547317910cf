package org.tabularium.analysis.frame;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.result.display.ComparisonRemark.Time;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.selection.NotProducedException;
import org.tabularium.shell.comparison.ExposureAdjusted;
import org.tabularium.study.StudyData;
import org.tabularium.study.records.CutOff;
import org.tabularium.study.records.FollowUpDuration;
import org.tabularium.study.settings.RecordSettings;

/// How long each subject is under observation.
///
/// Follow-up is FUPDUR, in months unless its label says another unit ([FollowUpDuration]).
/// Treatment runs from TRTSDT to TRTEDT, both days included; where TRTEDT is missing, to
/// the cut-off ([CutOff]), and where records after the cut-off are left out, no longer than to it. A year has 12
/// months or 365.25 days.
///
/// @param years for each subject; NaN where it is not known
/// @param kind what the time is
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ObservationTime(double[] years, Time kind) {

    /// The variables of ADSL that it is made of.
    public static final List<String> VARIABLES = List.of("FUPDUR", "TRTSDT", "TRTEDT");

    static final double DAYS_A_YEAR = 365.25;

    /// @throws NotProducedException where ADSL does not tell
    static ObservationTime of(StudyData data, ExposureAdjusted.Time time) throws NotProducedException {
        Optional<FollowUpDuration> followUp = FollowUpDuration.of(data)
                .filter(duration -> time != ExposureAdjusted.Time.TREATMENT);
        if (followUp.isPresent()) {
            return followUp(followUp.get());
        }
        Optional<Column> start = data.adsl().column("TRTSDT");
        Optional<Column> end = data.adsl().column("TRTEDT");
        if (time == ExposureAdjusted.Time.FOLLOW_UP || start.isEmpty() || end.isEmpty()) {
            throw new NotProducedException(new AbsenceObstacle.NoTimeUnderObservation(time));
        }
        boolean cut = data.settings().records().afterCutOff() == RecordSettings.AfterCutOff.LEAVE_OUT;
        return treatment(data.adsl(), start.get(), end.get(), CutOff.of(data), cut);
    }

    private static ObservationTime followUp(FollowUpDuration duration) {
        double[] years = new double[duration.months().size()];
        Arrays.setAll(years, duration::years);
        return new ObservationTime(years, duration.isConverted() ? Time.FOLLOW_UP_CONVERTED : Time.FOLLOW_UP);
    }

    private static ObservationTime treatment(Dataset adsl, Column start, Column end, CutOff known, boolean cut) {
        LocalDate cutOff = known.day();
        DatasetDates from = DatasetDates.of(start);
        DatasetDates to = DatasetDates.of(end);
        double[] years = new double[adsl.rows()];
        Arrays.fill(years, Double.NaN);
        boolean ongoing = false;
        for (int subject = 0; subject < years.length; subject++) {
            int first = from.epochDay(subject);
            boolean later = cut && cutOff != null && to.epochDay(subject) > cutOff.toEpochDay();
            boolean open = cutOff != null && (later || to.epochDay(subject) == DatasetDates.ABSENT);
            long last = open && cutOff != null ? cutOff.toEpochDay() : to.epochDay(subject);
            if (first != DatasetDates.ABSENT && last != DatasetDates.ABSENT && last >= first) {
                years[subject] = (last - first + 1) / DAYS_A_YEAR;
                ongoing |= open;
            }
        }
        Time open = known.given() ? Time.TREATMENT_OR_CUT_OFF : Time.TREATMENT_OR_LATEST_DATE;
        return new ObservationTime(years, ongoing ? open : Time.TREATMENT);
    }

    boolean isKnown(int subject) {
        return !Double.isNaN(years[subject]);
    }
}
