package org.tabularium.validation.event;

import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.tabularium.validation.rule.FatalEvents;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A fatal event is serious by definition (ICH E2A).
public final class FatalEventSeriousness implements Rule {

    private static final Finding PATTERN = Finding
            .warning("FATAL_NOT_SERIOUS", "is not Y although the event is fatal (outcome, result in death or grade 5)")
            .of("AESER")
            .remedy("correct the seriousness, the outcome or the grade");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        for (String name : ExaminedDataset.withEvents(study)) {
            requested.ask(name, "AESER");
            requested.ask(name, FatalEvents.variables());
        }
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset events : ExaminedDataset.of(data, ExaminedDataset.withEvents(data.study()))) {
            events.text("AESER").ifPresent(serious -> check(events, serious, findings));
        }
    }

    private static void check(ExaminedDataset events, TextColumn serious, Consumer<Finding> findings) {
        IntPredicate fatal = FatalEvents.of(events);
        IntPredicate notSerious = ExaminedDataset.where(serious, value -> !value.equals("Y"));
        try (RowFindings rows = new RowFindings(events, PATTERN, findings)) {
            for (int row = 0; row < events.rows(); row++) {
                if (notSerious.test(row) && fatal.test(row)) {
                    rows.add(row, serious.value(row).strip());
                }
            }
        }
    }
}
