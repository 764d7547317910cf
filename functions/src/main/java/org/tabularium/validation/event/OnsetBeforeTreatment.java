package org.tabularium.validation.event;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.RowSubjects;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.records.ClockMoment;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A treatment-emergent event does not begin before the first treatment: ASTDT against ADSL's TRTSDT, or ASTDY where a date is
/// missing; on the day itself the time of onset, as it was collected (AESTDTC) or analysed and not imputed (ASTDTM, ASTTMF),
/// against TRTSDTM.
public final class OnsetBeforeTreatment implements Rule {

    private static final Finding PATTERN = Finding
            .warning("ONSET_BEFORE_TREATMENT", "is before the first treatment although TRTEMFL is Y")
            .remedy("correct the date or the flag");
    private static final Finding EARLIER = Finding
            .warning("ONSET_BEFORE_TREATMENT", "is before the time of the first treatment on that day although TRTEMFL is Y")
            .remedy("correct the time or the flag; tables of events go by TRTEMFL");
    private static final String TIME_OF_TREATMENT = "TRTSDTM";
    private static final List<String> TIMES = List.of("AESTDTC", "ASTDTM");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, "TRTSDT", TIME_OF_TREATMENT);
        ExaminedDataset.withEvents(study).forEach(name -> requested.ask(name, "TRTEMFL", "ASTDT", "ASTDY", "ASTTMF"));
        ExaminedDataset.withEvents(study).forEach(name -> requested.ask(name, TIMES));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        int[] firstTreatment = firstTreatment(data);
        for (ExaminedDataset events : ExaminedDataset.of(data, ExaminedDataset.withEvents(data.study()))) {
            check(events, firstTreatment, findings);
            times(data, events, firstTreatment, findings);
        }
    }

    /// By subject, epoch days.
    private static int[] firstTreatment(StudyData data) {
        Column column = data.adsl().column("TRTSDT").orElse(null);
        int[] days = new int[data.subjectCount()];
        DatasetDates dates = column == null ? null : DatasetDates.of(column);
        for (int subject = 0; subject < days.length; subject++) {
            days[subject] = dates == null ? DatasetDates.ABSENT : dates.epochDay(subject);
        }
        return days;
    }

    private static void check(ExaminedDataset events, int[] firstTreatment, Consumer<Finding> findings) {
        IntPredicate emergent = events.where("TRTEMFL", "Y"::equals);
        @Nullable
        DatasetDates onset = events.column("ASTDT").map(DatasetDates::of).orElse(null);
        @Nullable
        NumericColumn day = events.number("ASTDY").orElse(null);
        RowSubjects subjects = events.subjects();
        try (RowFindings dates = new RowFindings(events, PATTERN.of("ASTDT"), findings);
                RowFindings days = new RowFindings(events, PATTERN.of("ASTDY"), findings)) {
            for (int row = 0; row < events.rows(); row++) {
                if (!emergent.test(row)) {
                    continue;
                }
                int subject = subjects.of(row);
                int first = subject == StudyData.UNKNOWN ? DatasetDates.ABSENT : firstTreatment[subject];
                int begun = onset == null ? DatasetDates.ABSENT : onset.epochDay(row);
                if (onset != null && first != DatasetDates.ABSENT && begun != DatasetDates.ABSENT) {
                    if (begun < first) {
                        dates.add(row, onset::text);
                    }
                } else if (day != null && day.value(row) < 0) {
                    days.add(row, at -> ValueText.number(day.value(at)));
                }
            }
        }
    }

    private static void times(StudyData data, ExaminedDataset events, int[] firstTreatment, Consumer<Finding> findings) {
        Optional<DatasetDates> treatment = data.adsl().column(TIME_OF_TREATMENT).map(DatasetDates::of);
        Optional<String> variable = TIMES.stream().filter(name -> events.column(name).isPresent()).findFirst();
        if (treatment.isEmpty() || variable.isEmpty()) {
            return;
        }
        IntPredicate emergent = events.where("TRTEMFL", "Y"::equals);
        IntPredicate imputed = events.where("ASTTMF", flag -> !flag.isBlank());
        DatasetDates onset = DatasetDates.of(events.column(variable.get()).orElseThrow());
        RowSubjects subjects = events.subjects();
        try (RowFindings rows = new RowFindings(events, EARLIER.of(variable.get()), findings)) {
            for (int row = 0; row < events.rows(); row++) {
                int subject = subjects.of(row);
                if (subject == StudyData.UNKNOWN || !emergent.test(row) || onset.epochDay(row) == DatasetDates.ABSENT
                        || onset.epochDay(row) != firstTreatment[subject]) {
                    continue;
                }
                Optional<ClockMoment> begun = imputed.test(row)
                        ? Optional.empty()
                        : ClockMoment.of(onset, row).filter(time -> !time.isMidnight());
                Optional<ClockMoment> given = ClockMoment.of(treatment.get(), subject);
                if (begun.isPresent() && given.isPresent() && begun.get().compareTo(given.get()) < 0) {
                    rows.add(row, onset::text);
                }
            }
        }
    }
}
