package org.tabularium.validation.subject;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// Weight, height and body-mass index are those that a person can have, in kilograms or pounds, centimetres or inches: weight
/// above 0 to 1500, height 10 to 280, index 3 to 250. The
/// bounds are far beyond every patient, so that only slips (a minus, metres for centimetres) are found.
public final class BodyMeasures implements Rule {

    private static final Map<String, Bounds> OF_SUBJECT = Map.of("WEIGHTBL", new Bounds(0.2, 1500), "HEIGHTBL",
            new Bounds(10, 280),
            "BMIBL", new Bounds(3, 250));
    private static final Map<String, Bounds> OF_PARAMETER = Map.of("WEIGHT", new Bounds(0.2, 1500), "HEIGHT", new Bounds(10, 280),
            "BMI", new Bounds(3, 250));

    /// What is beyond is no number at all, which [org.tabularium.validation.structure.ImplausibleNumbers] tells.
    private static final double TOLD_ELSEWHERE = 1e15;

    private static final double CENTIMETRES = 100;
    private static final double TENTHS = 10;
    /// The share of the index that a rounded height, or one measured on another day, may make.
    private static final double TOLERATED = 0.1;

    private record Bounds(double least, double most) {
        boolean holds(double value) {
            return value >= least && value <= most;
        }
    }

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, OF_SUBJECT.keySet());
        ExaminedDataset.withParameters(study).forEach(name -> requested.ask(name, "PARAMCD", "AVAL"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        ExaminedDataset adsl = ExaminedDataset.adsl(data);
        index(adsl, findings);
        OF_SUBJECT.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(entry -> adsl.number(entry.getKey())
                        .ifPresent(value -> check(adsl, value, row -> entry.getValue(), findings)));
        ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study())).forEach(dataset -> dataset.text("PARAMCD")
                .filter(code -> code.dictionary().stream().anyMatch(text -> OF_PARAMETER.containsKey(text.strip())))
                .ifPresent(code -> dataset.number("AVAL").ifPresent(
                        value -> check(dataset, value, ofParameter(code), findings))));
    }

    /// The index is the weight by the square of the height, in kg and cm.
    private static void index(ExaminedDataset adsl, Consumer<Finding> findings) {
        NumericColumn weight = adsl.number("WEIGHTBL").orElse(null);
        NumericColumn height = adsl.number("HEIGHTBL").orElse(null);
        NumericColumn index = adsl.number("BMIBL").orElse(null);
        var heights = OF_SUBJECT.get("HEIGHTBL");
        if (weight == null || height == null || index == null || heights == null) {
            return;
        }
        Finding pattern = Finding.warning("MEASURE_TWINS", "").of(adsl.named("BMIBL"))
                .remedy("correct whichever is wrong; tables show each as it is");
        try (RowFindings rows = new RowFindings(adsl, pattern, findings)) {
            for (int row = 0; row < adsl.rows(); row++) {
                double metres = height.value(row) / CENTIMETRES;
                double derived = weight.value(row) / (metres * metres);
                if (Math.abs(index.value(row) - derived) > derived * TOLERATED
                        && heights.holds(height.value(row))) {
                    String told = ValueText.number(StrictMath.rint(derived * TENTHS) / TENTHS);
                    rows.add(row, ValueText.number(index.value(row)),
                            "is not the index of WEIGHTBL " + ValueText.number(weight.value(row))
                                    + " and HEIGHTBL " + ValueText.number(height.value(row)) + ", which is " + told);
                }
            }
        }
    }

    private static IntFunction<@Nullable Bounds> ofParameter(TextColumn code) {
        @Nullable
        Bounds[] byCode = code.dictionary().stream().map(text -> OF_PARAMETER.get(text.strip())).toArray(Bounds[]::new);
        return row -> byCode[code.code(row)];
    }

    /// @param bounds of a row; null where it measures something else
    private static void check(ExaminedDataset dataset, NumericColumn values, IntFunction<@Nullable Bounds> bounds,
            Consumer<Finding> findings) {
        Finding pattern = Finding
                .warning("MEASURE_OUT_OF_RANGE",
                        "is no weight, height or body-mass index that a person can have; it was used as it is")
                .of(dataset.named(values.variable().name()))
                .remedy("check the value and its unit");
        try (RowFindings rows = new RowFindings(dataset, pattern, findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                Bounds of = bounds.apply(row);
                if (of != null && (values.value(row) < of.least() || values.value(row) > of.most())
                        && Math.abs(values.value(row)) < TOLD_ELSEWHERE) {
                    rows.add(row, ValueText.number(values.value(row)));
                }
            }
        }
    }
}
