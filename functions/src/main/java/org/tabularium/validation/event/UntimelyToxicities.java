package org.tabularium.validation.event;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.settings.DoseEscalation;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A dose-limiting toxicity is treatment-emergent and begins in the window of study.yaml (`dlt`). One that is not, or begins
/// later or before the first infusion, counts as flagged, and a decision may hang on it.
public final class UntimelyToxicities implements Rule {

    private static final Finding NOT_EMERGENT = Finding
            .warning("DLT_UNTIMELY",
                    "is a dose-limiting toxicity although TRTEMFL is not Y; it counts in the decision on the dose")
            .of("AEDLTFL")
            .remedy("correct AEDLTFL or TRTEMFL");
    private static final Finding LATE = Finding
            .warning("DLT_UNTIMELY",
                    "is the onset of a dose-limiting toxicity after the DLT window; it counts in the decision on the dose")
            .of("ASTDT")
            .remedy("correct AEDLTFL, the date or the window of study.yaml");

    private static final Finding EARLY = Finding
            .warning("DLT_UNTIMELY",
                    "is the onset of a dose-limiting toxicity before the first infusion; it counts in the decision on the dose")
            .of("ASTDT")
            .remedy("correct AEDLTFL or the date");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, "TRTSDT", "TRTEDT");
        String zero = study.settings().records().dayZero();
        if (zero != null) {
            requested.ask(Study.ADSL, zero);
        }
        requested.ask("ADAE", "AEDLTFL", "TRTEMFL", "ASTDT");
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        Optional<ExaminedDataset> events = ExaminedDataset.of(data, "ADAE");
        if (events.isPresent() && events.get().column("AEDLTFL").isPresent()) {
            check(data, events.get(), findings);
        }
    }

    private static void check(StudyData data, ExaminedDataset events, Consumer<Finding> findings) {
        IntPredicate toxic = events.where("AEDLTFL", "Y"::equalsIgnoreCase);
        IntPredicate emergent = events.where("TRTEMFL", "Y"::equalsIgnoreCase);
        boolean told = events.text("TRTEMFL").isPresent();
        Integer window = data.settings().dlt().window();
        DatasetDates onset = events.column("ASTDT").map(DatasetDates::of).orElse(null);
        DatasetDates infusion = infusion(data);
        boolean fromFirst = data.settings().dlt().from() == DoseEscalation.From.FIRST_INFUSION;
        try (RowFindings others = new RowFindings(events, NOT_EMERGENT, findings);
                RowFindings early = new RowFindings(events, EARLY, findings);
                RowFindings late = new RowFindings(events, LATE, findings)) {
            for (int row = 0; row < events.rows(); row++) {
                int subject = toxic.test(row) ? events.subjects().of(row) : StudyData.UNKNOWN;
                if (subject == StudyData.UNKNOWN) {
                    continue;
                }
                if (told && !emergent.test(row)) {
                    others.add(row, "Y");
                }
                if (onset == null || infusion == null || onset.epochDay(row) == DatasetDates.ABSENT
                        || infusion.epochDay(subject) == DatasetDates.ABSENT) {
                    continue;
                }
                if (window != null && onset.epochDay(row) > infusion.epochDay(subject) + window) {
                    late.add(row, onset::text);
                } else if (fromFirst && (!told || emergent.test(row)) && onset.epochDay(row) < infusion.epochDay(subject)) {
                    early.add(row, onset::text);
                }
            }
        }
    }

    /// The day on which the window begins: of the first infusion the day zero of study.yaml, else TRTSDT.
    private static @Nullable DatasetDates infusion(StudyData data) {
        String zero = data.settings().records().dayZero();
        String first = zero == null ? "TRTSDT" : zero;
        boolean fromFirst = data.settings().dlt().from() == DoseEscalation.From.FIRST_INFUSION;
        Optional<Column> column = data.adsl().column(fromFirst ? first : "TRTEDT");
        return column.map(DatasetDates::of).orElse(null);
    }
}
