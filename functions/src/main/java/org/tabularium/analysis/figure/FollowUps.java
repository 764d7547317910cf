package org.tabularium.analysis.figure;

import java.time.LocalDate;
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
/// else until the first of DTHDT, EOSDT and LSTALVDT that it has, else until the cut-off of study.yaml where it goes on,
/// else until its last day of treatment or dated record by the cut-off, whichever is later; and whether it goes on: EOSSTT is
/// ONGOING.
final class FollowUps {

    static final List<String> VARIABLES = List.of("FUPDUR", "EOSSTT", "DTHFL", "DTHDT", "EOSDT", "LSTALVDT", "TRTSDT",
            "TRTEDT");

    private static final List<String> TREATMENT = List.of("TRTSDT", "TRTEDT");
    private static final List<String> ENDS = List.of("DTHDT", "EOSDT", "LSTALVDT");

    private final StudyData data;
    private final FigureTime time;
    private final CutOff cutOff;
    private final int[] last;
    private final Optional<FollowUpDuration> duration;

    FollowUps(StudyData data, FigureTime time) {
        this.data = data;
        this.time = time;
        this.cutOff = CutOff.of(data);
        this.last = lastDays(data, cutOff);
        this.duration = FollowUpDuration.of(data);
    }

    private static int[] lastDays(StudyData data, CutOff cutOff) {
        int[] last = new int[data.subjectCount()];
        Arrays.fill(last, DatasetDates.ABSENT);
        for (String variable : TREATMENT) {
            data.adsl().column(variable).map(DatasetDates::of).ifPresent(dates -> {
                for (int subject = 0; subject < last.length; subject++) {
                    extend(last, subject, dates.epochDay(subject), cutOff);
                }
            });
        }
        for (Dataset dataset : data.datasets()) {
            Optional<DatasetDates> dates = dataset == data.adsl() ? Optional.empty() : CutOff.dates(dataset);
            for (int row = 0; dates.isPresent() && row < dataset.rows(); row++) {
                int subject = data.subjects(dataset.name()).of(row);
                if (subject != StudyData.UNKNOWN) {
                    extend(last, subject, dates.get().epochDay(row), cutOff);
                }
            }
        }
        return last;
    }

    private static void extend(int[] last, int subject, int day, CutOff cutOff) {
        if (!cutOff.isBefore(day)) {
            last[subject] = Math.max(last[subject], day);
        }
    }

    /// In the unit of the axis; NaN where nothing says it.
    double of(int subject) {
        if (duration.isPresent() && !duration.get().months().isMissing(subject)) {
            return time.ofMonths(duration.get().months(subject));
        }
        for (String end : ENDS) {
            double at = data.adsl().column(end).map(DatasetDates::of).map(dates -> time.at(subject, dates.epochDay(subject)))
                    .orElse(Double.NaN);
            if (!Double.isNaN(at)) {
                return at;
            }
        }
        LocalDate named = cutOff.given() ? cutOff.day() : null;
        return time.at(subject, named != null && isOngoing(subject) ? (int) named.toEpochDay() : last[subject]);
    }

    /// Whether the data give durations of follow-up.
    boolean isGiven() {
        return duration.isPresent();
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
