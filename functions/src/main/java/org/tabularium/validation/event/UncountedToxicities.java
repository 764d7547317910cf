package org.tabularium.validation.event;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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

/// Who has a dose-limiting toxicity is evaluable for one, and has one by ADSL (DLTFL) and by the events (AEDLTFL) alike. A
/// subject
/// whom ADSL does not flag as evaluable does not count, nor does one whose events have no flag, and a decision may hang on it.
public final class UncountedToxicities implements Rule {

    private static final Finding PATTERN = Finding
            .warning("DLT_NOT_EVALUABLE",
                    "is a dose-limiting toxicity of a subject who is not DLT-evaluable (DLTEVLFL); it does not count")
            .of("AEDLTFL")
            .remedy("correct AEDLTFL or DLTEVLFL");

    private static final String OF_SUBJECT = "DLTFL";
    private static final Finding DIFFERS = Finding.warning("DLT_DIFFERS", "").of(OF_SUBJECT)
            .remedy("correct whichever is wrong");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, "DLTEVLFL", OF_SUBJECT);
        requested.ask("ADAE", "AEDLTFL");
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        Optional<Column> evaluable = data.adsl().column("DLTEVLFL");
        Optional<ExaminedDataset> events = ExaminedDataset.of(data, "ADAE");
        Optional<Column> toxic = events.flatMap(dataset -> dataset.column("AEDLTFL"));
        if (events.isPresent() && toxic.isPresent()) {
            tellDifferences(data, events.get(), toxic.get(), findings);
        }
        if (evaluable.isEmpty() || events.isEmpty() || toxic.isEmpty()) {
            return;
        }
        Set<Integer> named = new HashSet<>();
        try (RowFindings rows = new RowFindings(events.get(), PATTERN, findings)) {
            for (int row = 0; row < events.get().rows(); row++) {
                int subject = events.get().subjects().of(row);
                if (subject != StudyData.UNKNOWN && ValueText.text(toxic.get(), row).equalsIgnoreCase("Y")
                        && !ValueText.text(evaluable.get(), subject).equalsIgnoreCase("Y") && named.add(subject)) {
                    rows.add(row, "Y");
                }
            }
        }
    }

    private static void tellDifferences(StudyData data, ExaminedDataset events, Column toxic, Consumer<Finding> findings) {
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        Column flag = adsl.column(OF_SUBJECT).orElse(null);
        if (flag == null) {
            return;
        }
        BitSet having = new BitSet();
        for (int row = 0; row < events.rows(); row++) {
            int subject = events.subjects().of(row);
            if (subject != StudyData.UNKNOWN && ValueText.text(toxic, row).equalsIgnoreCase("Y")) {
                having.set(subject);
            }
        }
        try (RowFindings rows = new RowFindings(adsl, DIFFERS, findings)) {
            for (int subject = 0; subject < adsl.rows(); subject++) {
                boolean said = ValueText.text(flag, subject).equalsIgnoreCase("Y");
                if (!flag.isMissing(subject) && said != having.get(subject)) {
                    rows.add(subject, ValueText.text(flag, subject), said
                            ? "is not what the events say: none of the subject's is dose-limiting (AEDLTFL); tables go by the events"
                            : "is not what the events say: one of the subject's is dose-limiting (AEDLTFL); tables go by the events");
                }
            }
        }
    }
}
