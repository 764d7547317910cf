package org.tabularium.validation.record;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tabularium.dataset.PairUses;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.selection.bds.Dimensions;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.unit.MeasurementUnit;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// A PARAMCD has one PARAM and one unit (AVALU, else SDTM's unit of the result), as ADaM wants it; values of two units are shown
/// apart.
public final class UnitsOfParameter implements Rule {

    private static final int NAMED = 4;
    private static final List<String> UNITS = List.of("AVALU", "LBSTRESU", "VSSTRESU", "EGSTRESU");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study).forEach(d -> {
            requested.ask(d, "PARAMCD", "PARAM");
            requested.ask(d, UNITS);
        });
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            check(data, dataset, "PARAM", "labels", findings);
            UNITS.stream().filter(unit -> dataset.text(unit).isPresent()).findFirst()
                    .ifPresent(unit -> check(data, dataset, unit, "units", findings));
        }
    }

    private static void check(StudyData data, ExaminedDataset dataset, String variable, String what,
            Consumer<Finding> findings) {
        TextColumn codes = dataset.text("PARAMCD").orElse(null);
        TextColumn texts = dataset.text(variable).orElse(null);
        if (codes == null || texts == null || texts.dictionary().size() < 2) {
            return;
        }
        boolean units = UNITS.contains(variable);
        // A unit that was collected says nothing of values whose label names another: they may have been converted.
        TextColumn labels = units && !variable.equals("AVALU") ? dataset.text("PARAM").orElse(null) : null;
        Map<String, Map<String, String>> byCode = new TreeMap<>();
        IntConsumer note = row -> {
            String text = texts.value(row).strip();
            byCode.computeIfAbsent(codes.value(row).strip(), c -> new TreeMap<>())
                    .putIfAbsent(units
                            ? MeasurementUnit.key(text)
                            : text.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT), text);
        };
        firstOfEach(data, dataset, codes, texts).filter(row -> !codes.isMissing(row) && !texts.isMissing(row))
                .filter(row -> labels == null || Dimensions.unitOf(labels.value(row)).isEmpty()).forEach(note);
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

    /// The first row of each pair of texts, in the order of the rows.
    private static IntStream firstOfEach(StudyData data, ExaminedDataset dataset, TextColumn codes, TextColumn texts) {
        if (codes.hasFewPairs(texts)) {
            PairUses pairs = data.pairs(codes, texts);
            return IntStream.range(0, codes.dictionary().size()).flatMap(
                    code -> IntStream.range(0, texts.dictionary().size()).map(text -> pairs.first(code, text)))
                    .filter(row -> row >= 0).sorted();
        }
        BitSet[] seen = Stream.generate(BitSet::new).limit(codes.dictionary().size()).toArray(BitSet[]::new);
        return IntStream.range(0, dataset.rows()).filter(row -> {
            BitSet ofCode = seen[codes.code(row)];
            boolean known = ofCode.get(texts.code(row));
            ofCode.set(texts.code(row));
            return !known;
        });
    }
}
