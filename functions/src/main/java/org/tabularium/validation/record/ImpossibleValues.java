package org.tabularium.validation.record;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.RowFindings;
import org.tabularium.validation.rule.Rule;

/// Values that nobody can have: vital signs and intervals of the electrocardiogram beyond every patient's, a saturation above
/// 100 %, a concentration or a count of cells below 0. Bounds are so far out that only slips (a minus, another unit's digits) are
/// found; what may be negative by its nature (base excess, logarithms, differences) is left alone, as is a parameter of which
/// many values are.
public final class ImpossibleValues implements Rule {

    private static final Bounds TEMPERATURE = new Bounds(20, 115);
    private static final Bounds PRESSURE = new Bounds(0, 350);
    private static final Bounds RATE = new Bounds(0, 400);
    private static final Bounds SHARE = new Bounds(0, 100);
    private static final Bounds INTERVAL = new Bounds(0, 3000);
    private static final Bounds NOT_NEGATIVE = new Bounds(0, Double.MAX_VALUE);

    private static final Map<String, Bounds> KNOWN = Map.ofEntries(
            Map.entry("SYSBP", PRESSURE), Map.entry("DIABP", PRESSURE), Map.entry("PULSE", RATE), Map.entry("HR", RATE),
            Map.entry("EGHRMN", RATE), Map.entry("RESP", new Bounds(0, 150)), Map.entry("TEMP", TEMPERATURE),
            Map.entry("OXYSAT", SHARE), Map.entry("SPO2", SHARE), Map.entry("QT", INTERVAL), Map.entry("QTCF", INTERVAL),
            Map.entry("QTCB", INTERVAL), Map.entry("QTCFAG", INTERVAL), Map.entry("PR", INTERVAL), Map.entry("QRS", INTERVAL),
            Map.entry("RR", INTERVAL));

    /// Datasets of amounts and counts.
    private static final List<String> OF_AMOUNTS = List.of("ADLB", "ADPC");
    private static final Pattern MAY_BE_NEGATIVE = Pattern.compile("(?i).*(?:excess|deficit|anion|gap|balance|\\blog|ln\\b|\\bln|change"
            + "|differ|delta|score|index|ratio|rotation|deviat|slope|free water|clearance|charge|potential|z-).*");
    private static final Pattern CODE_MAY_BE_NEGATIVE = Pattern.compile("(?i)BASEX.*|BE|BEX.*|BASEEX.*|ANION.*|LOG.*|LG.*|LN.*|CH?G.*");
    /// A parameter of which a larger share is negative is one that may be.
    private static final int FEW = 4;
    /// What is beyond is no number at all, which [org.tabularium.validation.structure.ImplausibleNumbers] tells.
    private static final double TOLD_ELSEWHERE = 1e15;

    private record Bounds(double least, double most) {
        boolean leaveOut(double value) {
            return value < least || (value > most && value < TOLD_ELSEWHERE);
        }
    }

    @Override
    public void ask(Study study, RequestedColumns requested) {
        ExaminedDataset.withParameters(study).forEach(name -> requested.ask(name, "PARAMCD", "PARAM", "AVAL"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            TextColumn codes = dataset.text("PARAMCD").orElse(null);
            NumericColumn values = dataset.number("AVAL").orElse(null);
            if (codes != null && values != null && !data.study().has(dataset.name(), "CNSR")) {
                check(dataset, codes, values, findings);
            }
        }
    }

    private static void check(ExaminedDataset dataset, TextColumn codes, NumericColumn values, Consumer<Finding> findings) {
        @Nullable
        Bounds[] bounds = bounds(dataset, codes);
        if (Arrays.stream(bounds).allMatch(of -> of == null)) {
            return;
        }
        int[] out = new int[bounds.length];
        int[] all = new int[bounds.length];
        for (int row = 0; row < dataset.rows(); row++) {
            Bounds of = bounds[codes.code(row)];
            if (of != null && !values.isMissing(row)) {
                all[codes.code(row)]++;
                out[codes.code(row)] += of.leaveOut(values.value(row)) ? 1 : 0;
            }
        }
        Finding pattern = Finding.warning("VALUE_IMPOSSIBLE", "").of(dataset.named("AVAL"))
                .remedy("correct the value, or its unit");
        try (RowFindings rows = new RowFindings(dataset, pattern, findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                int code = codes.code(row);
                Bounds of = bounds[code];
                if (of != null && out[code] > 0 && FEW * out[code] <= all[code] && of.leaveOut(values.value(row))) {
                    rows.add(row, at -> ValueText.number(values.value(at)),
                            at -> "is no value of " + codes.value(at).strip() + " that anybody can have; it is used as it is");
                }
            }
        }
    }

    /// By code of PARAMCD between what values lie; null where anything can be.
    private static @Nullable Bounds[] bounds(ExaminedDataset dataset, TextColumn codes) {
        @Nullable
        Bounds[] bounds = new Bounds[codes.dictionary().size()];
        boolean amounts = OF_AMOUNTS.stream().anyMatch(name -> dataset.name().startsWith(name));
        boolean[] may = amounts ? mayBeNegative(dataset, codes) : new boolean[bounds.length];
        for (int code = 0; code < bounds.length; code++) {
            String theirs = codes.dictionary().get(code).strip();
            if (amounts) {
                bounds[code] = may[code] || theirs.isEmpty() ? null : NOT_NEGATIVE;
            } else {
                bounds[code] = KNOWN.entrySet().stream().filter(known -> dataset.parameter(known.getKey()).equals(theirs))
                        .map(Map.Entry::getValue).findFirst().orElse(null);
            }
        }
        return bounds;
    }

    private static boolean[] mayBeNegative(ExaminedDataset dataset, TextColumn codes) {
        boolean[] may = new boolean[codes.dictionary().size()];
        for (int code = 0; code < may.length; code++) {
            may[code] = CODE_MAY_BE_NEGATIVE.matcher(codes.dictionary().get(code).strip()).matches();
        }
        TextColumn labels = dataset.text("PARAM").orElse(null);
        if (labels != null) {
            boolean[] ofLabel = new boolean[labels.dictionary().size()];
            for (int label = 0; label < ofLabel.length; label++) {
                ofLabel[label] = MAY_BE_NEGATIVE.matcher(labels.dictionary().get(label)).matches();
            }
            for (int row = 0; row < dataset.rows(); row++) {
                may[codes.code(row)] |= ofLabel[labels.code(row)];
            }
        }
        return may;
    }
}
