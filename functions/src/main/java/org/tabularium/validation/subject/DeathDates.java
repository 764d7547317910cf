package org.tabularium.validation.subject;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.FatalEvents;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A subject dies on one day: the date of death of ADSL (DTHDT) is that of its overall survival (ADT where CNSR is 0) and of the
/// end of its fatal event, and nobody is treated or known to be alive after it. Imputed and partial dates are not compared; who
/// died at all is compared by [Deaths].
public final class DeathDates implements Rule {

    private static final String DEATH = "DTHDT";
    private static final String DEATH_FLAG = "DTHDTF";
    private static final String EVENTS = "ADAE";
    private static final String END = "AENDT";
    /// Variables of ADSL that are of a living subject.
    private static final List<String> ALIVE = List.of("LSTALVDT", "TRTEDT");
    private static final String REMEDY = "correct whichever is wrong; each table goes by its own";

    @Override
    public void ask(Study study, RequestedColumns requested) {
        if (study.has(Study.ADSL, DEATH)) {
            requested.ask(Study.ADSL, DEATH, DEATH_FLAG, "LSTALVDT", "LSTALVDTF", "TRTEDT", "TRTEDTF");
            requested.ask(EVENTS, FatalEvents.variables());
            requested.ask(EVENTS, END, "AENDTF");
            OverallSurvival.ask(requested);
        }
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        Optional<DatasetDates> known = dates(adsl, DEATH);
        if (known.isEmpty()) {
            return;
        }
        DatasetDates death = known.get();
        IntPredicate imputed = given(adsl, DEATH_FLAG);
        for (String variable : ALIVE) {
            dates(adsl, variable).ifPresent(dates -> differing(adsl, variable, dates, death, imputed,
                    row -> dates.epochDay(row) > death.epochDay(row), "is after the subject's death", findings));
        }
        ExaminedDataset.of(data, EVENTS).ifPresent(events -> dates(events, END).ifPresent(ends -> differing(events, END, ends,
                death, imputed, FatalEvents.of(events).and(row -> isAnother(events, ends, death, row)),
                "is the end of a fatal event, and not the subject's date of death", findings)));
        ExaminedDataset.of(data, OverallSurvival.DATASET)
                .ifPresent(times -> dates(times, "ADT").ifPresent(days -> differing(times, "ADT", days, death, imputed,
                        OverallSurvival.deaths(times).and(row -> isAnother(times, days, death, row)),
                        "is the date of the event of overall survival, and not the subject's date of death", findings)));
    }

    private static void differing(ExaminedDataset dataset, String variable, DatasetDates dates, DatasetDates death,
            IntPredicate imputedDeath, IntPredicate differs, String words, Consumer<Finding> findings) {
        IntPredicate imputed = given(dataset, variable + "F");
        Finding pattern = Finding.warning("DEATH_DATE", words).of(variable).remedy(REMEDY);
        try (RowFindings rows = new RowFindings(dataset, pattern, findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                int subject = subject(dataset, row);
                if (subject != StudyData.UNKNOWN && !imputed.test(row) && !imputedDeath.test(subject)
                        && dates.epochDay(row) != DatasetDates.ABSENT && death.epochDay(subject) != DatasetDates.ABSENT
                        && differs.test(row)) {
                    rows.add(row, dates::text, at -> words + ", " + death.text(subject(dataset, at)));
                }
            }
        }
    }

    private static boolean isAnother(ExaminedDataset dataset, DatasetDates dates, DatasetDates death, int row) {
        int subject = subject(dataset, row);
        return subject != StudyData.UNKNOWN && dates.epochDay(row) != death.epochDay(subject);
    }

    private static int subject(ExaminedDataset dataset, int row) {
        return dataset.name().equals(Study.ADSL) ? row : dataset.subjects().of(row);
    }

    private static Optional<DatasetDates> dates(ExaminedDataset dataset, String variable) {
        return dataset.column(variable).map(DatasetDates::of).filter(DatasetDates::holdsDates);
    }

    private static IntPredicate given(ExaminedDataset dataset, String variable) {
        Optional<Column> column = dataset.column(variable);
        return row -> column.isPresent() && !column.get().isMissing(row);
    }
}
