package org.tabularium.validation.event;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.finding.Finding;
import org.tabularium.selection.Population;
import org.tabularium.selection.ScreenFailures;
import org.tabularium.shell.PopulationName;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A treatment-emergent event is one of a subject of the safety population, and an event that begins after the first day of
/// treatment and no later than the last is treatment-emergent. Tables of events go by TRTEMFL within the safety population: what
/// falls out of both is in none of them.
///
/// Imputed onsets (ASTDTF) are not compared.
public final class TreatmentEmergence implements Rule {

    private static final Finding OUTSIDE = Finding
            .warning("EVENT_OUTSIDE_SAFETY",
                    "marks an event of a subject who is not in the safety population; no table of events has it")
            .of("TRTEMFL")
            .remedy("correct TRTEMFL, or SAFFL of ADSL");
    private static final Finding DURING = Finding
            .warning("EVENT_NOT_EMERGENT", "is in the time of treatment (TRTSDT to TRTEDT) although TRTEMFL is not Y")
            .of("ASTDT")
            .remedy("correct TRTEMFL or the dates; tables of events go by TRTEMFL");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, "TRTSDT", "TRTEDT");
        requested.ask(Study.ADSL, Population.VARIABLES);
        requested.ask(Study.ADSL, ScreenFailures.VARIABLES);
        ExaminedDataset.withEvents(study).forEach(name -> requested.ask(name, "TRTEMFL", "ASTDT", "ASTDTF"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        BitSet safety = Population.of(PopulationName.SAFETY, data).subjects();
        int[] first = days(data, "TRTSDT");
        int[] last = days(data, "TRTEDT");
        for (ExaminedDataset events : ExaminedDataset.of(data, ExaminedDataset.withEvents(data.study()))) {
            if (events.text("TRTEMFL").isPresent()) {
                IntPredicate emergent = events.where("TRTEMFL", "Y"::equalsIgnoreCase);
                outside(events, emergent, safety, findings);
                if (events.rows() > 0 && IntStream.range(0, events.rows()).noneMatch(emergent)) {
                    none(events, first, findings);
                } else {
                    during(events, emergent, List.of(first, last), findings);
                }
            }
        }
    }

    private static void outside(ExaminedDataset events, IntPredicate emergent, BitSet safety, Consumer<Finding> findings) {
        try (RowFindings rows = new RowFindings(events, OUTSIDE, findings)) {
            for (int row = 0; row < events.rows(); row++) {
                int subject = events.subjects().of(row);
                if (subject != StudyData.UNKNOWN && emergent.test(row) && !safety.get(subject)) {
                    rows.add(row, "");
                }
            }
        }
    }

    /// @param treatment for each subject the first and the last day
    private static void during(ExaminedDataset events, IntPredicate emergent, List<int[]> treatment, Consumer<Finding> findings) {
        Optional<DatasetDates> onset = events.column("ASTDT").map(DatasetDates::of);
        Optional<Column> imputed = events.column("ASTDTF");
        try (RowFindings rows = new RowFindings(events, DURING, findings)) {
            IntStream.range(0, onset.isPresent() ? events.rows() : 0)
                    .filter(row -> !emergent.test(row) && events.subjects().of(row) != StudyData.UNKNOWN)
                    .filter(row -> imputed.filter(flag -> !flag.isMissing(row)).isEmpty())
                    .filter(row -> isWithin(onset.orElseThrow().epochDay(row), treatment, events.subjects().of(row)))
                    .forEach(row -> rows.add(row, onset.orElseThrow()::text));
        }
    }

    /// A flag that is never Y makes every table of events say that there were none: right where all began before the treatment.
    private static void none(ExaminedDataset events, int[] first, Consumer<Finding> findings) {
        Optional<DatasetDates> onset = events.column("ASTDT").map(DatasetDates::of);
        boolean allBefore = onset.isPresent() && IntStream.range(0, events.rows()).allMatch(row -> {
            int subject = events.subjects().of(row);
            int day = onset.get().epochDay(row);
            return day != DatasetDates.ABSENT && subject != StudyData.UNKNOWN && first[subject] != DatasetDates.ABSENT
                    && day <= first[subject];
        });
        String message = String.format(Locale.ROOT, "is Y in none of %,d rows; every table of events says that there were none",
                events.rows());
        Finding finding = allBefore
                ? Finding.note("EVENT_NOT_EMERGENT", message).remedy("nothing, as all began before the treatment")
                : Finding.warning("EVENT_NOT_EMERGENT", message).remedy("fill in the flag of treatment-emergent events");
        findings.accept(events.in(finding.of(events.named("TRTEMFL"))));
    }

    private static boolean isWithin(int day, List<int[]> treatment, int subject) {
        int first = treatment.getFirst()[subject];
        int last = treatment.getLast()[subject];
        return day != DatasetDates.ABSENT && first != DatasetDates.ABSENT && last != DatasetDates.ABSENT && day > first
                && day <= last;
    }

    /// By subject, epoch days.
    private static int[] days(StudyData data, String variable) {
        IntUnaryOperator day = data.adsl().column(variable).map(DatasetDates::of)
                .<IntUnaryOperator>map(dates -> dates::epochDay)
                .orElse(subject -> DatasetDates.ABSENT);
        return IntStream.range(0, data.subjectCount()).map(day).toArray();
    }
}
