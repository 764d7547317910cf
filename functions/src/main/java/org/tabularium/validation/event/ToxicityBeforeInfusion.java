package org.tabularium.validation.event;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.endpoint.toxicity.CellToxicity;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.records.DayZero;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// Cytokine release syndrome and ICANS come of the infused cells: none begins before the infusion, the day zero of study.yaml or
/// else INFDT, though it may after lymphodepletion, which is the first treatment.
public final class ToxicityBeforeInfusion implements Rule {

    private static final String EVENTS = "ADAE";
    private static final String INFUSION = "INFDT";

    private static final Finding PATTERN = Finding.warning("ONSET_BEFORE_INFUSION", "").of("ASTDT")
            .remedy("correct the date or the term; tables count the event, with its day");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, INFUSION);
        Optional.ofNullable(study.settings().records().dayZero()).ifPresent(day -> requested.ask(Study.ADSL, day));
        requested.ask(EVENTS, "AEDECOD", "ASTDT", "ASTDTF");
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        DayZero chosen = DayZero.of(data);
        DayZero zero = chosen.chosen() ? chosen : new DayZero(INFUSION, false, DayZero.days(data.adsl(), INFUSION));
        ExaminedDataset events = ExaminedDataset.of(data, EVENTS).orElse(null);
        Optional<DatasetDates> onset = events == null
                ? Optional.empty()
                : events.column("ASTDT").map(DatasetDates::of).filter(DatasetDates::holdsDates);
        if (zero.isKnown() && events != null && onset.isPresent()) {
            check(events, onset.get(), zero, findings);
        }
    }

    private static void check(ExaminedDataset events, DatasetDates onset, DayZero zero, Consumer<Finding> findings) {
        IntPredicate toxic = events.where("AEDECOD", word -> CellToxicity.of(word).isPresent());
        IntPredicate imputed = events.where("ASTDTF", mark -> !mark.isBlank());
        try (RowFindings rows = new RowFindings(events, PATTERN, findings)) {
            for (int row = 0; row < events.rows(); row++) {
                int subject = toxic.test(row) && !imputed.test(row) ? events.subjects().of(row) : -1;
                int begun = subject < 0 ? DatasetDates.ABSENT : onset.epochDay(row);
                int infused = subject < 0 ? DatasetDates.ABSENT : zero.days()[subject];
                if (begun != DatasetDates.ABSENT && infused != DatasetDates.ABSENT && begun < infused) {
                    rows.add(row, onset::text, at -> "is before the infusion (" + zero.variable()
                            + "), although the event is one of infused cells");
                }
            }
        }
    }
}
