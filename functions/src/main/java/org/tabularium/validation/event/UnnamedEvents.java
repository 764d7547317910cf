package org.tabularium.validation.event;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.records.NothingReported;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// A record of an event names one: neither are both its terms blank, as in a row that a join leaves for a subject without events,
/// nor do they say that there was none. Records that are not treatment-emergent are in no table of events and are passed over.
public final class UnnamedEvents implements Rule {

    private static final List<String> TERMS = List.of("AETERM", "AEDECOD");
    private static final Finding BLANK = Finding
            .warning("EVENT_UNNAMED", "is blank, as is AEDECOD: the record names no event, but counts as one")
            .of("AETERM")
            .remedy("remove the row if the subject had no event, else give the term");
    private static final Finding SAYS_NONE = Finding
            .warning("EVENT_UNNAMED", "says that there was no event; tables do not count the record")
            .remedy("remove the row: who had no event has none");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withEvents(study).forEach(name -> requested.ask(name, "AETERM", "AEDECOD", "TRTEMFL"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset events : ExaminedDataset.of(data, ExaminedDataset.withEvents(data.study()))) {
            IntPredicate counts = events.column("TRTEMFL").isEmpty()
                    ? row -> true
                    : events.where("TRTEMFL", "Y"::equalsIgnoreCase);
            Optional<TextColumn> term = events.text("AETERM");
            Optional<TextColumn> coded = events.text("AEDECOD");
            if (term.isPresent() && coded.isPresent()) {
                try (RowFindings rows = new RowFindings(events, BLANK, findings)) {
                    for (int row = 0; row < events.rows(); row++) {
                        if (term.get().isMissing(row) && coded.get().isMissing(row) && counts.test(row)) {
                            rows.add(row, "");
                        }
                    }
                }
            }
            TERMS.stream().filter(variable -> events.text(variable).isPresent()).findFirst()
                    .ifPresent(variable -> none(events, variable, counts, findings));
        }
    }

    private static void none(ExaminedDataset events, String variable, IntPredicate counts, Consumer<Finding> findings) {
        TextColumn terms = events.text(variable).orElseThrow();
        IntPredicate saysNone = ExaminedDataset.where(terms, term -> NothingReported.says(term));
        try (RowFindings rows = new RowFindings(events, SAYS_NONE.of(variable), findings)) {
            for (int row = 0; row < events.rows(); row++) {
                if (saysNone.test(row) && counts.test(row)) {
                    rows.add(row, at -> ValueText.text(terms, at));
                }
            }
        }
    }
}
