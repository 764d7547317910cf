package org.tabularium.validation.event;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.records.CutOff;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// Nothing of a subject begins after its death (DTHDT of ADSL): no event (ASTDT) and no assessment (ADT). Imputed dates are not
/// compared; of times to an event [org.tabularium.validation.subject.Deaths] looks at survival.
public final class RecordsAfterDeath implements Rule {

    private static final String DEATH = "DTHDT";

    @Override
    public void ask(Study study, RequestedColumns requested) {
        if (study.has(Study.ADSL, DEATH)) {
            requested.ask(Study.ADSL, DEATH, "DTHDTF");
            ExaminedDataset.names(study).stream().filter(name -> !name.equals(Study.ADSL))
                    .forEach(name -> requested.ask(name, "ASTDT", "ASTDTF", "ADT", "ADTF"));
        }
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        Optional<DatasetDates> death = adsl.column(DEATH).map(DatasetDates::of).filter(DatasetDates::holdsDates);
        IntPredicate imputed = given(adsl, "DTHDTF");
        death.ifPresent(dates -> ExaminedDataset.of(data, ExaminedDataset.names(data.study())).stream()
                .filter(dataset -> !dataset.name().equals(Study.ADSL) && !data.study().has(dataset.name(), "CNSR"))
                .forEach(dataset -> check(data, dataset, dates, imputed, findings)));
    }

    private static void check(StudyData data, ExaminedDataset dataset, DatasetDates death, IntPredicate imputed,
            Consumer<Finding> findings) {
        Optional<DatasetDates> dates = data.dataset(dataset.name()).flatMap(CutOff::dates).filter(DatasetDates::holdsDates);
        if (dates.isEmpty()) {
            return;
        }
        IntPredicate uncertain = Stream.of("ASTDTF", "ADTF").map(flag -> given(dataset, flag))
                .reduce(row -> false, IntPredicate::or);
        int[] rows = IntStream.range(0, dataset.rows()).filter(row -> {
            int subject = dataset.subjects().of(row);
            return subject != StudyData.UNKNOWN && !imputed.test(subject) && !uncertain.test(row)
                    && death.epochDay(subject) != DatasetDates.ABSENT && dates.get().epochDay(row) > death.epochDay(subject);
        }).toArray();
        if (rows.length > 0) {
            int first = rows[0];
            findings.accept(dataset.at(first, Finding
                    .warning("AFTER_DEATH", "is after the subject's death, " + death.text(dataset.subjects().of(first))
                            + (rows.length == 1 ? "" : String.format(Locale.ROOT, ", as in %,d rows", rows.length)))
                    .value(dates.get().text(first))
                    .remedy("correct the date, or DTHDT of ADSL")));
        }
    }

    private static IntPredicate given(ExaminedDataset dataset, String variable) {
        Optional<Column> column = dataset.column(variable);
        return row -> column.isPresent() && !column.get().isMissing(row);
    }
}
