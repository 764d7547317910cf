package org.tabularium.validation.score;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.finding.Finding;
import org.tabularium.study.CommonUnits;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.records.CutOff;
import org.tabularium.study.records.DayZero;
import org.tabularium.study.records.FollowUpDuration;
import org.tabularium.study.TimeUnit;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// The duration of follow-up is in months, as tables take it, unless its label says another unit: most
/// subjects cannot have been followed far longer than from the first treatment to their last day or the cut-off, nor for decades.
public final class FollowUpUnit implements Rule {

    private static final double DAYS_A_MONTH = 365.25 / 12;
    /// Twenty years.
    private static final double MOST = 240;
    /// Of a follow-up in weeks the number is four times that of one in months.
    private static final double FAR = 3;

    private static final List<String> ENDS = List.of("EOSDT", "LSTALVDT", "DTHDT");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, CommonUnits.FOLLOW_UP);
        requested.ask(Study.ADSL, DayZero.TREATMENT);
        requested.ask(Study.ADSL, ENDS);
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        FollowUpDuration.of(data).filter(duration -> isImpossible(data, duration)).ifPresent(duration -> {
            ExaminedDataset adsl = ExaminedDataset.adsl(data);
            findings.accept(adsl.in(Finding.warning("FOLLOW_UP_UNIT", duration.isConverted()
                    ? "is longer than can be, in the " + duration.delivered().word() + " of its label"
                    : "is taken for months, in which it is longer than can be")
                    .of(adsl.named(CommonUnits.FOLLOW_UP))
                    .remedy("say its unit in study.yaml: labels: {FUPDUR: Follow-up (" + TimeUnit.DAYS.word() + ")}")));
        });
    }

    /// Whether it is so for at least half of the subjects of whom it can be told; else single dates are wrong.
    private static boolean isImpossible(StudyData data, FollowUpDuration duration) {
        int[] start = DayZero.days(data.adsl(), DayZero.TREATMENT);
        int[] end = ends(data);
        int told = 0;
        int far = 0;
        for (int subject = 0; subject < data.subjectCount(); subject++) {
            double months = duration.months(subject);
            if (!Double.isNaN(months)) {
                boolean dated = start[subject] != DatasetDates.ABSENT && end[subject] >= start[subject];
                double most = dated ? FAR * Math.max(1, (end[subject] - start[subject]) / DAYS_A_MONTH) : MOST;
                told++;
                far += months > most ? 1 : 0;
            }
        }
        return 2 * far > told;
    }

    /// The last day that each subject may have been followed to.
    private static int[] ends(StudyData data) {
        int[] ends = new int[data.subjectCount()];
        CutOff cutOff = CutOff.of(data);
        LocalDate named = cutOff.given() ? cutOff.day() : null;
        Arrays.fill(ends, named == null ? DatasetDates.ABSENT : (int) named.toEpochDay());
        if (named == null) {
            for (String variable : ENDS) {
                int[] days = DayZero.days(data.adsl(), variable);
                Arrays.setAll(ends, subject -> Math.max(ends[subject], days[subject]));
            }
        }
        return ends;
    }
}
