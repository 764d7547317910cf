package org.tabularium.validation.event;

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
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A treatment-emergent event does not begin before the first treatment: ASTDT against ADSL's TRTSDT, or ASTDY where a date is
/// missing.
public final class OnsetBeforeTreatment implements Rule {

    private static final Finding PATTERN = Finding
            .warning("ONSET_BEFORE_TREATMENT", "is before the first treatment although TRTEMFL is Y")
            .remedy("correct the date or the flag");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, "TRTSDT");
        ExaminedDataset.withEvents(study).forEach(name -> requested.ask(name, "TRTEMFL", "ASTDT", "ASTDY"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        int[] firstTreatment = firstTreatment(data);
        for (ExaminedDataset events : ExaminedDataset.of(data, ExaminedDataset.withEvents(data.study()))) {
            check(events, firstTreatment, findings);
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
}
