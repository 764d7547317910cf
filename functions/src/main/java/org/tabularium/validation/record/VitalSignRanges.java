package org.tabularium.validation.record;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.unit.MeasurementUnit;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// Pressures, rates, temperatures, saturations and intervals of the heart are those that a person can have, in whatever unit; in
/// mmHg and degrees the bounds are narrower. They lie beyond every patient, so that only slips are found (a point left out, a
/// figure lost). A pressure or rate of 0 may be that of a dying person.
public final class VitalSignRanges implements Rule {

    private static final String CELSIUS = "C";
    private static final String FAHRENHEIT = "F";
    private static final String MERCURY = "MMHG";
    private static final Bounds PRESSURE = new Bounds(1, 400);
    private static final Bounds RATE = new Bounds(5, 500);
    private static final Bounds INTERVAL = new Bounds(0.02, 2500);
    private static final Map<String, Bounds> OF_PARAMETER = Map.ofEntries(Map.entry("SYSBP", PRESSURE),
            Map.entry("DIABP", PRESSURE), Map.entry("PULSE", RATE), Map.entry("HR", RATE), Map.entry("EGHRMN", RATE),
            Map.entry("RESP", new Bounds(1, 200)), Map.entry("TEMP", new Bounds(15, 120)),
            Map.entry("OXYSAT", new Bounds(0, 100)), Map.entry("SPO2", new Bounds(0, 100)), Map.entry("QT", INTERVAL),
            Map.entry("QTCF", INTERVAL), Map.entry("QTCFAG", INTERVAL), Map.entry("QTCB", INTERVAL),
            Map.entry("PR", INTERVAL), Map.entry("QRS", INTERVAL));
    private static final Map<String, Map<String, Bounds>> IN_UNIT = Map.of("TEMP",
            Map.of(CELSIUS, new Bounds(15, 46), FAHRENHEIT, new Bounds(60, 115)),
            "SYSBP", Map.of(MERCURY, new Bounds(20, 400)), "DIABP", Map.of(MERCURY, new Bounds(5, 300)));
    /// Codes that something else may have, as receptors of a tumour: their labels say of what they are.
    private static final Set<String> OF_OTHERS = Set.of("HR", "PR");
    private static final Pattern HEART = Pattern.compile("(?i)heart|rate|pulse|interval|duration");
    /// Spellings of the two scales of temperature.
    private static final Set<String> DEGREES_CELSIUS = Set.of("C", "°C", "CEL", "DEGC", "CELSIUS", "DEGREESC", "DEGREESCELSIUS",
            "℃");
    private static final Set<String> DEGREES_FAHRENHEIT = Set.of("F", "°F", "[DEGF]", "DEGF", "FAHRENHEIT", "DEGREESF",
            "DEGREESFAHRENHEIT", "℉");

    /// What is beyond is no number at all, which [org.tabularium.validation.structure.ImplausibleNumbers] tells.
    private static final double TOLD_ELSEWHERE = 1e15;
    private static final Finding PATTERN = Finding
            .warning("MEASURE_OUT_OF_RANGE", "").of("AVAL").remedy("check the value and its unit");

    private record Bounds(double least, double most) {
        boolean leavesOut(double value) {
            return value != 0 && (value < least || value > most) && Math.abs(value) < TOLD_ELSEWHERE;
        }
    }

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study).forEach(name -> requested.ask(name, "PARAMCD", "PARAM", "AVALU", "AVAL"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            TextColumn code = dataset.text("PARAMCD").orElse(null);
            NumericColumn value = dataset.number("AVAL").orElse(null);
            if (code != null && value != null
                    && code.dictionary().stream().anyMatch(name -> OF_PARAMETER.containsKey(name.strip()))) {
                check(dataset, code, value, findings);
            }
        }
    }

    private static void check(ExaminedDataset dataset, TextColumn code, NumericColumn value, Consumer<Finding> findings) {
        @Nullable
        Bounds[] bounds = bounds(dataset, code);
        try (RowFindings rows = new RowFindings(dataset, PATTERN, findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                Bounds of = bounds[code.code(row)];
                if (of != null && of.leavesOut(value.value(row))) {
                    rows.add(row, at -> ValueText.number(value.value(at)),
                            at -> "is no value of " + code.value(at).strip() + " that a person can have; it was used as it is");
                }
            }
        }
    }

    /// The bounds of each parameter, in the unit of its first record where that is known.
    private static @Nullable Bounds[] bounds(ExaminedDataset dataset, TextColumn code) {
        @Nullable
        Bounds[] bounds = code.dictionary().stream().map(name -> OF_PARAMETER.get(name.strip())).toArray(Bounds[]::new);
        int[] first = code.uses().first();
        for (int used : code.uses().used()) {
            if (OF_OTHERS.contains(code.dictionary().get(used).strip()) && !isOfHeart(dataset, first[used])) {
                bounds[used] = null;
            }
            Map<String, Bounds> inUnit = IN_UNIT.get(code.dictionary().get(used).strip());
            if (inUnit != null) {
                bounds[used] = inUnit.getOrDefault(unit(dataset, first[used]), bounds[used]);
            }
        }
        return bounds;
    }

    private static boolean isOfHeart(ExaminedDataset dataset, int row) {
        return dataset.text("PARAM").filter(label -> HEART.matcher(label.value(row)).find()).isPresent();
    }

    private static String unit(ExaminedDataset dataset, int row) {
        List<String> said = List.of(
                dataset.text("PARAM").map(label -> MeasurementUnit.ofLabel(label.value(row))).orElse(""),
                dataset.text("AVALU").map(unit -> unit.value(row)).orElse(""));
        for (String written : said) {
            String plain = MeasurementUnit.plain(written);
            if (DEGREES_CELSIUS.contains(plain)) {
                return CELSIUS;
            }
            if (DEGREES_FAHRENHEIT.contains(plain)) {
                return FAHRENHEIT;
            }
            if (plain.equals(MERCURY)) {
                return MERCURY;
            }
        }
        return "";
    }
}
