package org.tabularium.validation.record;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.records.DerivationType;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// How many records of parameters were derived (DTYPE), and what tables do with them.
public final class DerivedRecords implements Rule {

    private static final String VARIABLE = "DTYPE";

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study).stream().filter(d -> study.has(d, VARIABLE))
                .forEach(d -> requested.ask(d, VARIABLE));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            TextColumn derivation = dataset.text(VARIABLE).orElse(null);
            if (derivation != null) {
                count(dataset, derivation, DerivationType.SUMMARY,
                        "of other records; tables by visit leave them out but for those that a flag picks among the values of their"
                                + " visit",
                        findings);
                count(dataset, derivation, DerivationType.IMPUTED, "imputed; tables use them and say how many", findings);
            }
        }
    }

    private static void count(ExaminedDataset dataset, TextColumn derivation, DerivationType type, String use,
            Consumer<Finding> findings) {
        int[] byCode = derivation.uses().rows();
        Map<String, Integer> counts = new TreeMap<>();
        for (int code = 0; code < byCode.length; code++) {
            String word = derivation.dictionary().get(code).strip();
            if (byCode[code] > 0 && DerivationType.of(word) == type) {
                counts.merge(word, byCode[code], Integer::sum);
            }
        }
        if (!counts.isEmpty()) {
            findings.accept(dataset.in(Finding.note("RECORDS_DERIVED", "says that records are made "
                    + counts.entrySet().stream().map(e -> e.getKey() + " (" + e.getValue() + ")")
                            .collect(Collectors.joining(", "))
                    + ": " + use).of(dataset.named(VARIABLE))));
        }
    }
}
