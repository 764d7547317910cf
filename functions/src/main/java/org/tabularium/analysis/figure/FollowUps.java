package org.tabularium.analysis.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tabularium.dataset.Dataset;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.records.FollowUpDuration;
import org.tabularium.study.records.CutOff;

/// How long each subject is followed: FUPDUR ([FollowUpDuration]) of ADSL,
/// else until the first of DTHDT, EOSDT and LSTALVDT that it has,
/// else until its last dated record by the cut-off; and whether it goes on: EOSSTT is ONGOING.
final class FollowUps {

    static final List<String> VARIABLES = List.of("FUPDUR", "EOSSTT", "DTHFL", "DTHDT", "EOSDT", "LSTALVDT");

    private static final List<String> ENDS = List.of("DTHDT", "EOSDT", "LSTALVDT");

    private final StudyData data;
    private final FigureTime time;
    private final int[] last;
    private final Optional<FollowUpDuration> duration;

    FollowUps(StudyData data, FigureTime time) {
        this.data = data;
        this.time = time;
        this.last = lastRecords(data);
        this.duration = FollowUpDuration.of(data);
    }

    private static int[] lastRecords(StudyData data) {
        int[] last = new int[data.subjectCount()];
        Arrays.fill(last, DatasetDates.ABSENT);
        CutOff cutOff = CutOff.of(data);
        for (Dataset dataset : data.datasets()) {
            Optional<DatasetDates> dates = dataset == data.adsl() ? Optional.empty() : CutOff.dates(dataset);
            for (int row = 0; dates.isPresent() && row < dataset.rows(); row++) {
                int subject = data.subjects(dataset.name()).of(row);
                int day = dates.get().epochDay(row);
                if (subject != StudyData.UNKNOWN && !cutOff.isBefore(day)) {
                    last[subject] = Math.max(last[subject], day);
                }
            }
        }
        return last;
    }

    /// In the unit of the axis; NaN where nothing says it.
    double of(int subject) {
        if (duration.isPresent() && !duration.get().column().isMissing(subject)) {
            return time.ofMonths(duration.get().months(subject));
        }
        for (String end : ENDS) {
            double at = data.adsl().column(end).map(DatasetDates::of).map(dates -> time.at(subject, dates.epochDay(subject)))
                    .orElse(Double.NaN);
            if (!Double.isNaN(at)) {
                return at;
            }
        }
        return time.at(subject, last[subject]);
    }

    boolean isOngoing(int subject) {
        return text("EOSSTT", subject).equalsIgnoreCase("ONGOING");
    }

    /// When a subject died: DTHDT, else the end of its follow-up; empty where it lives.
    Optional<Double> death(int subject) {
        double dated = data.adsl().column("DTHDT").map(DatasetDates::of)
                .map(dates -> time.at(subject, dates.epochDay(subject))).orElse(Double.NaN);
        double at = Double.isNaN(dated) ? of(subject) : dated;
        boolean dead = text("DTHFL", subject).equalsIgnoreCase("Y") || !Double.isNaN(dated);
        return dead && !Double.isNaN(at) ? Optional.of(at) : Optional.empty();
    }

    private String text(String variable, int subject) {
        return data.adsl().column(variable).map(column -> ValueText.text(column, subject)).orElse("");
    }
}
