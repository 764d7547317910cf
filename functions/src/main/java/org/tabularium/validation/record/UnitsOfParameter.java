package org.tabularium.validation.record;

import java.util.BitSet;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// A PARAMCD has one PARAM and one unit (AVALU), as ADaM wants it; values of two units are shown apart.
public final class UnitsOfParameter implements Rule {

    private static final int NAMED = 4;

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study).forEach(d -> requested.ask(d, "PARAMCD", "PARAM", "AVALU"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            check(dataset, "PARAM", "labels", findings);
            check(dataset, "AVALU", "units", findings);
        }
    }

    private static void check(ExaminedDataset dataset, String variable, String what, Consumer<Finding> findings) {
        TextColumn codes = dataset.text("PARAMCD").orElse(null);
        TextColumn texts = dataset.text(variable).orElse(null);
        if (codes == null || texts == null) {
            return;
        }
        Map<String, Map<String, String>> byCode = new TreeMap<>();
        if (texts.uses().used().length < 2) {
            return;
        }
        BitSet[] seen = Stream.generate(BitSet::new).limit(codes.dictionary().size()).toArray(BitSet[]::new);
        for (int row = 0; row < dataset.rows(); row++) {
            BitSet ofCode = seen[codes.code(row)];
            int unit = texts.code(row);
            if (!ofCode.get(unit) && !codes.isMissing(row) && !texts.isMissing(row)) {
                ofCode.set(unit);
                String text = texts.value(row).strip();
                byCode.computeIfAbsent(codes.value(row).strip(), c -> new TreeMap<>())
                        .putIfAbsent(text.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT), text);
            }
        }
        byCode.forEach((code, found) -> {
            if (found.size() > 1) {
                findings.accept(dataset.in(Finding.warning("PARAMETER_MIXED", "has several " + what + " (" + variable + "): "
                        + String.join(", ", found.values().stream().limit(NAMED).toList())
                        + (found.size() > NAMED ? " and others" : "") + "; values of different units are shown apart")
                        .of(dataset.named("PARAMCD"))
                        .value(code)
                        .remedy("give each unit a parameter of its own, or convert the values")));
            }
        });
    }
}
