package org.tabularium.validation.record;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.PairUses;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.selection.bds.Dimensions;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.unit.MeasurementUnit;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;

/// A PARAMCD has one PARAM and one unit (AVALU, else SDTM's unit of the result), as ADaM wants it; values of two units are
/// shown
/// apart. Body temperatures without a unit are of one scale: none is both a Celsius's and a Fahrenheit's.
public final class UnitsOfParameter implements Rule {

    private static final int NAMED = 4;
    private static final double COLDEST_CELSIUS = 25;
    private static final double HOTTEST_CELSIUS = 45;
    private static final double COLDEST_FAHRENHEIT = 77;
    private static final double HOTTEST_FAHRENHEIT = 113;
    /// A scale of temperature in a unit or at the end of a label.
    private static final Pattern SCALE = Pattern.compile("(?i)\\b(?:C|F|Cel|degC|degF|Celsius|Fahrenheit)\\b|[°º℃℉]");
    private static final List<String> UNITS = List.of("AVALU", "LBSTRESU", "VSSTRESU", "EGSTRESU");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study).forEach(d -> {
            requested.ask(d, "PARAMCD", "PARAM", "AVAL");
            requested.ask(d, UNITS);
        });
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            check(data, dataset, "PARAM", "labels", findings);
            UNITS.stream().filter(unit -> dataset.text(unit).isPresent()).findFirst()
                    .ifPresent(unit -> check(data, dataset, unit, "units", findings));
            labelled(data, dataset, findings);
            temperatures(dataset, findings);
        }
    }

    /// The unit that a label says, in brackets at its end, is that of the values.
    private static void labelled(StudyData data, ExaminedDataset dataset, Consumer<Finding> findings) {
        TextColumn labels = dataset.text("PARAM").orElse(null);
        TextColumn units = dataset.text("AVALU").orElse(null);
        if (labels == null || units == null) {
            return;
        }
        Map<String, Integer> first = new TreeMap<>();
        firstOfEach(data, dataset, labels, units).filter(row -> isOther(Dimensions.unitOf(labels.value(row)), units.value(row)))
                .forEach(row -> first.putIfAbsent(labels.value(row).strip(), row));
        first.forEach((label, row) -> findings.accept(dataset.at(row, Finding
                .warning("UNIT_DIFFERS", "is the unit of values whose label (PARAM) says another: " + label
                        + "; tables print the label")
                .of(dataset.named("AVALU")).value(units.value(row).strip())
                .remedy("correct whichever is wrong, and convert the values if need be"))));
    }

    /// Whether two texts are units by their look, and not two names of one.
    private static boolean isOther(String label, String unit) {
        return MeasurementUnit.isOne(label) && MeasurementUnit.isOne(unit)
                && !MeasurementUnit.of(label).filter(of -> MeasurementUnit.of(unit).filter(of::equals).isPresent()).isPresent()
                && !oneName(label).equals(oneName(unit));
    }

    /// International units of enzymes are units, and a milliequivalent of an ion of one charge is a millimole.
    private static String oneName(String unit) {
        return MeasurementUnit.key(unit).replaceFirst("\\bIU/", "U/").replaceFirst("\\bMEQ/", "MMOL/");
    }

    private static void temperatures(ExaminedDataset dataset, Consumer<Finding> findings) {
        TextColumn codes = dataset.text("PARAMCD").orElse(null);
        NumericColumn values = dataset.number("AVAL").orElse(null);
        if (codes == null || values == null) {
            return;
        }
        List<TextColumn> said = Stream.concat(Stream.of("PARAM"), UNITS.stream()).flatMap(name -> dataset.text(name).stream())
                .toList();
        BitSet measured = dataset.rows("PARAMCD", code -> code.equals(dataset.parameter("TEMP")));
        double celsius = Double.NaN;
        double other = Double.NaN;
        for (int row = measured.nextSetBit(0); row >= 0; row = measured.nextSetBit(row + 1)) {
            double value = values.value(row);
            boolean fahrenheit = value >= COLDEST_FAHRENHEIT && value <= HOTTEST_FAHRENHEIT;
            boolean tells = fahrenheit || (value >= COLDEST_CELSIUS && value <= HOTTEST_CELSIUS);
            int at = row;
            if (tells && said.stream().anyMatch(column -> SCALE.matcher(column.value(at)).find())) {
                return;
            }
            other = fahrenheit && Double.isNaN(other) ? value : other;
            celsius = tells && !fahrenheit && Double.isNaN(celsius) ? value : celsius;
        }
        if (!Double.isNaN(celsius) && !Double.isNaN(other)) {
            findings.accept(dataset.in(Finding
                    .warning("PARAMETER_MIXED", "has temperatures in degrees Celsius and in Fahrenheit by"
                            + " their size (" + ValueText.number(celsius) + ", " + ValueText.number(other)
                            + "), and no unit says which is which; tables summarise them together")
                    .of(dataset.named("PARAMCD")).value(dataset.parameter("TEMP"))
                    .remedy("convert the values, or give their units in AVALU (C, F), by which they are shown apart")));
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
