package org.tabularium.validation.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tabularium.dataset.Column;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;
import org.tabularium.validation.rule.RowFindings;

/// An event is one row: no two have the same USUBJID and AESEQ, the key of ADAE; without AESEQ no two are the same in all
/// variables. The numbers of events count each row.
public final class DuplicateEvents implements Rule {

    private static final Finding PATTERN = Finding
            .warning("EVENT_TWICE", "stands for the same subject in an earlier row; the numbers of events count both")
            .of("AESEQ")
            .remedy("keep one row an event");

    private static final Finding SAME = Finding
            .warning("EVENT_TWICE", "is the same as an earlier row; the numbers of events count both")
            .remedy("keep one row an event");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withEvents(study).forEach(name -> {
            requested.ask(name, "USUBJID", "AESEQ");
            if (!study.has(name, "AESEQ")) {
                requested.ask(name, study.variables(name));
            }
        });
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset.of(data, ExaminedDataset.withEvents(data.study())).forEach(events -> check(events, findings));
    }

    private static void check(ExaminedDataset events, Consumer<Finding> findings) {
        Optional<Column> subject = events.column("USUBJID");
        Optional<Column> number = events.column("AESEQ");
        if (subject.isEmpty()) {
            return;
        }
        if (number.isEmpty()) {
            checkWhole(events, findings);
            return;
        }
        Map<String, Integer> first = new HashMap<>();
        try (RowFindings rows = new RowFindings(events, PATTERN, findings)) {
            for (int row = 0; row < events.rows(); row++) {
                if (!number.get().isMissing(row)) {
                    String written = ValueText.text(number.get(), row);
                    Integer before = first.putIfAbsent(ValueText.text(subject.get(), row) + "\n" + written, row);
                    if (before != null) {
                        rows.add(row, at -> written,
                                at -> "is the number of the same subject's event in " + events.other(before, at)
                                        + ", too; the numbers of events count both");
                    }
                }
            }
        }
    }

    /// Rows without a number of their own.
    private static void checkWhole(ExaminedDataset events, Consumer<Finding> findings) {
        Map<List<String>, Integer> first = new HashMap<>();
        try (RowFindings rows = new RowFindings(events, SAME, findings)) {
            for (int row = 0; row < events.rows(); row++) {
                int here = row;
                Integer before = first.putIfAbsent(events.columns().stream().map(c -> ValueText.text(c, here)).toList(), row);
                if (before != null) {
                    rows.add(row, _ -> "", at -> "is the same as " + events.other(before, at)
                            + " in all variables, and no AESEQ tells two events apart; the numbers of events count both");
                }
            }
        }
    }
}
