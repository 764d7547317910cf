package org.tabularium.validation.event;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.tabularium.dataset.Column;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// Records of one subject and term that AEGRPID ties together are parts of one event, as where a change of its severity
/// begins a
/// new record: a subject counts once, but numbers of events count each.
public final class GroupedEvents implements Rule {

    private static final String GROUP = "AEGRPID";
    private static final String TERM = "AEDECOD";

    private record Event(int subject, String group, String term) {}

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withEvents(study).stream().filter(name -> study.has(name, GROUP))
                .forEach(name -> requested.ask(name, GROUP, TERM));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset events : ExaminedDataset.of(data, ExaminedDataset.withEvents(data.study()))) {
            Column group = events.column(GROUP).orElse(null);
            Column term = events.column(TERM).orElse(null);
            if (group != null && term != null) {
                check(events, group, term, findings);
            }
        }
    }

    private static void check(ExaminedDataset events, Column group, Column term, Consumer<Finding> findings) {
        Map<Event, Integer> records = new HashMap<>();
        for (int row = 0; row < events.rows(); row++) {
            int subject = events.subjects().of(row);
            if (subject != StudyData.UNKNOWN && !group.isMissing(row) && !term.isMissing(row)) {
                records.merge(new Event(subject, ValueText.text(group, row).strip(),
                        ValueText.text(term, row).strip().toUpperCase(Locale.ROOT)), 1, Integer::sum);
            }
        }
        long several = records.values().stream().filter(count -> count > 1).count();
        int parts = records.values().stream().filter(count -> count > 1).mapToInt(Integer::intValue).sum();
        if (several > 0) {
            findings.accept(events.in(Finding.warning("EVENT_PARTS", "ties " + parts + " records of one subject and term each to "
                    + (several == 1 ? "1 event" : several + " events")
                    + "; numbers of events and their rates count each record, numbers of subjects each subject once")
                    .of(events.named(GROUP))
                    .remedy("keep one record an event where events are to be counted, as the worst; nothing, if each counts")));
        }
    }
}
