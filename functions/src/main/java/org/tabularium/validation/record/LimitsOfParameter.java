package org.tabularium.validation.record;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.finding.Finding;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.validation.rule.ExaminedDataset;
import org.tabularium.validation.rule.Rule;
import org.tabularium.validation.rule.RowFindings;

/// Limits of normal of a parameter, of one unit and one sex, that lie several times apart are those of two units, of which the
/// data say nothing; and a lower limit is not above the upper one.
public final class LimitsOfParameter implements Rule {

    /// Above what methods and ages make of a limit, and below a thousand or eighteen, which units make.
    private static final double FACTOR = 6;
    /// So many times beyond a limit lies hardly a value before treatment, and so many of a parameter never do.
    private static final double BEYOND = 5;
    private static final double MOST = 0.9;
    private static final int FEWEST = 5;
    private static final Finding SWAPPED = Finding.warning("LIMITS_SWAPPED", "").of("ANRLO")
            .remedy("correct the limits; grades and levels go by them");

    @Override
    public void ask(Study study, RequestedColumns requested) {
        requested.ask(Study.ADSL, "SEX");
        ExaminedDataset.withParameters(study).stream().filter(name -> study.has(name, "ANRHI"))
                .forEach(name -> requested.ask(name, "PARAMCD", "PARAM", "AVALU", "ANRLO", "ANRHI", "AVAL", "ABLFL"));
    }

    @Override
    public void check(StudyData data, Consumer<Finding> findings) {
        for (ExaminedDataset dataset : ExaminedDataset.of(data, ExaminedDataset.withParameters(data.study()))) {
            Optional<NumericColumn> limit = dataset.number("ANRHI");
            Optional<TextColumn> code = dataset.text("PARAMCD");
            dataset.number("ANRLO").ifPresent(lower -> limit.ifPresent(upper -> swapped(dataset, lower, upper, findings)));
            if (limit.isPresent() && code.isPresent()) {
                check(data, dataset, code.get(), limit.get(), findings);
                dataset.number("AVAL").ifPresent(value -> ofOtherUnit(dataset, code.get(), value, limit.get(), findings));
            }
        }
    }

    private static void swapped(ExaminedDataset dataset, NumericColumn lower, NumericColumn upper, Consumer<Finding> findings) {
        try (RowFindings rows = new RowFindings(dataset, SWAPPED, findings)) {
            for (int row = 0; row < dataset.rows(); row++) {
                if (lower.value(row) > upper.value(row)) {
                    rows.add(row, at -> ValueText.number(lower.value(at)), at -> "is above the upper limit of normal (ANRHI), "
                            + ValueText.number(upper.value(at)));
                }
            }
        }
    }

    /// Values of a parameter that lie far outside of the limits, nearly all of them on one side, before treatment already.
    private static void ofOtherUnit(ExaminedDataset dataset, TextColumn code, NumericColumn value, NumericColumn upper,
            Consumer<Finding> findings) {
        NumericColumn lower = dataset.number("ANRLO").orElse(null);
        BitSet baseline = dataset.rows("ABLFL", "Y"::equals);
        int parameters = code.dictionary().size();
        int[] all = new int[parameters];
        int[] below = new int[parameters];
        int[] above = new int[parameters];
        int[] lowest = new int[parameters];
        int[] highest = new int[parameters];
        boolean flagged = !baseline.isEmpty();
        if (!flagged) {
            baseline.set(0, dataset.rows());
        }
        for (int row = baseline.nextSetBit(0); row >= 0; row = baseline.nextSetBit(row + 1)) {
            int of = code.code(row);
            if (value.value(row) > 0 && upper.value(row) > 0) {
                boolean low = lower != null && BEYOND * value.value(row) < lower.value(row);
                boolean high = value.value(row) > BEYOND * upper.value(row);
                all[of]++;
                below[of] += low ? 1 : 0;
                above[of] += high ? 1 : 0;
                lowest[of] = low ? row : lowest[of];
                highest[of] = high ? row : highest[of];
            }
        }
        for (int of = 0; of < parameters; of++) {
            if (all[of] >= FEWEST && Math.max(below[of], above[of]) >= MOST * all[of]) {
                boolean low = below[of] > above[of];
                int example = low ? lowest[of] : highest[of];
                findings.accept(dataset.in(Finding
                        .warning("LIMITS_OF_OTHER_UNIT", "has " + Math.max(below[of], above[of]) + " of " + all[of]
                                + (flagged ? " baseline values" : " values") + " at more than five times "
                                + (low ? "below the lower" : "above the upper") + " limit of normal (" + ValueText.number(
                                        value.value(example))
                                + " and " + ValueText.number(limit(low, lower, upper).value(example))
                                + "), as where values and limits are of two units; grades and levels go by the limits")
                        .of(dataset.named("PARAMCD")).value(code.dictionary().get(of).strip())
                        .remedy("convert whichever is in the other unit")));
            }
        }
    }

    private static NumericColumn limit(boolean low, @Nullable NumericColumn lower, NumericColumn upper) {
        return low && lower != null ? lower : upper;
    }

    private record Key(String code, String label, String unit, String sex) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return toString().compareTo(other.toString());
        }
    }

    private record Range(double least, double most) {
        Range with(Range other) {
            return new Range(Math.min(least, other.least), Math.max(most, other.most));
        }
    }

    private static void check(StudyData data, ExaminedDataset dataset, TextColumn code, NumericColumn limit,
            Consumer<Finding> findings) {
        BitSet wide = wide(code, limit);
        if (wide.isEmpty()) {
            return;
        }
        Optional<Column> sex = data.adsl().column("SEX");
        Map<Key, Range> ranges = new TreeMap<>();
        for (int row = 0; row < dataset.rows(); row++) {
            int subject = dataset.subjects().of(row);
            if (wide.get(code.code(row)) && subject != StudyData.UNKNOWN && limit.value(row) > 0) {
                String of = sex.isPresent() ? ValueText.text(sex.get(), subject) : "";
                ranges.merge(new Key(code.value(row).strip(), text(dataset, "PARAM", row), text(dataset, "AVALU", row), of),
                        new Range(limit.value(row), limit.value(row)), Range::with);
            }
        }
        Map<String, Range> apart = new TreeMap<>();
        ranges.forEach((key, range) -> Stream.of(range).filter(r -> r.most >= FACTOR * r.least)
                .forEach(r -> apart.merge(key.code, r, Range::with)));
        apart.forEach((parameter, range) -> findings.accept(dataset.in(Finding
                .warning("PARAMETER_MIXED", "has upper limits of normal from " + ValueText.number(range.least) + " to "
                        + ValueText.number(range.most) + " (ANRHI), as two units have; its values are put together")
                .of(dataset.named("PARAMCD")).value(parameter)
                .remedy("give each unit a parameter of its own or AVALU, or convert the values"))));
    }

    /// The parameters, whatever their units and sexes, whose limits lie that far apart: few, if any.
    private static BitSet wide(TextColumn code, NumericColumn limit) {
        double[] least = new double[code.dictionary().size()];
        double[] most = new double[least.length];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int row = 0; row < limit.size(); row++) {
            double value = limit.value(row);
            if (value > 0) {
                least[code.code(row)] = Math.min(least[code.code(row)], value);
                most[code.code(row)] = Math.max(most[code.code(row)], value);
            }
        }
        BitSet wide = new BitSet();
        IntStream.range(0, least.length).filter(i -> most[i] >= FACTOR * least[i]).forEach(wide::set);
        return wide;
    }

    private static String text(ExaminedDataset dataset, String variable, int row) {
        return dataset.text(variable).map(column -> column.value(row).strip()).orElse("");
    }
}
