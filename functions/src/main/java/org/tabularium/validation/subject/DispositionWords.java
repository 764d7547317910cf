package org.tabularium.validation.subject;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tabularium.dataset.Column;
import org.tabularium.finding.Finding;
import org.tabularium.selection.ScreenFailures;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// The status at the end of the study (EOSSTT) is a term of CDISC's code list SBJTSTAT or a usual word for one, of whoever passed
/// screening. Any other word is one finding: it has a row of its own beside those of the terms.
public final class DispositionWords implements Rule {

    private static final String STATUS = "EOSSTT";
    private static final Set<String> KNOWN = Set.of("COMPLETED", "COMPLETE", "COMPLETER", "DISCONTINUED", "WITHDRAWN",
            "TERMINATED",
            "ONGOING", "ON STUDY", "ON TREATMENT", "DEATH", "DIED", "DEAD");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, STATUS);
        requested.ask(Study.ADSL, ScreenFailures.VARIABLES);
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        Optional<Column> status = adsl.column(STATUS);
        if (status.isEmpty()) {
            return;
        }
        BitSet failures = ScreenFailures.of(data.adsl());
        Map<String, List<Integer>> unknown = new TreeMap<>();
        for (int row = 0; row < adsl.rows(); row++) {
            String word = ValueText.text(status.get(), row);
            if (!word.isEmpty() && !failures.get(row) && !KNOWN.contains(word.toUpperCase(Locale.ROOT))) {
                unknown.computeIfAbsent(word, w -> new ArrayList<>()).add(row);
            }
        }
        unknown.forEach((word, rows) -> findings.accept(adsl.at(rows.getFirst(), Finding
                .warning("STATUS_UNKNOWN", "is no status at the end of a study that is known ("
                        + (rows.size() == 1 ? "1 subject" : rows.size() + " subjects")
                        + "); it has a row of its own, and counts neither as completed nor as ongoing")
                .of(adsl.named(STATUS))
                .value(word)
                .remedy("write it as COMPLETED, DISCONTINUED or ONGOING"))));
    }
}
