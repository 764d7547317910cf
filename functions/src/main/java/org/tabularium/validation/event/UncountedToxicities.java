package org.tabularium.validation.event;

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

/// Who has a dose-limiting toxicity is evaluable for one. A subject whom ADSL does not flag so does not count, and a decision may
/// hang on it.
public final class UncountedToxicities implements Rule {

    private static final Finding PATTERN = Finding
            .warning("DLT_NOT_EVALUABLE",
                    "is a dose-limiting toxicity of a subject who is not DLT-evaluable (DLTEVLFL); it does not count")
            .of("AEDLTFL")
            .remedy("correct AEDLTFL or DLTEVLFL");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, "DLTEVLFL");
        requested.ask("ADAE", "AEDLTFL");
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        Optional<Column> evaluable = data.adsl().column("DLTEVLFL");
        Optional<ExaminedDataset> events = ExaminedDataset.of(data, "ADAE");
        Optional<Column> toxic = events.flatMap(dataset -> dataset.column("AEDLTFL"));
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
}
