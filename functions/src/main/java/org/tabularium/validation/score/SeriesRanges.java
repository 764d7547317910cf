package org.tabularium.validation.score;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.study.ValueText;

/// Between which values a subject's values of one parameter lie, for each subject and parameter. Nearly all have one value, of
/// which a number is held; a range where there are more.
final class SeriesRanges {

    /// What differs by less, relative to the largest, is the same.
    private static final double NOISE = 1e-7;
    /// As many subjects and parameters a row may there be, each with room of its own; of more only those with a value have any.
    private static final long MOST_A_ROW = 2;

    private record Range(double least, double most) {}

    private final int parameters;
    private final double @Nullable [] only;
    private final Map<Long, Double> onlySparse = new HashMap<>();
    private final Map<Long, Range> several = new HashMap<>();
    private final Set<Long> told = new HashSet<>();
    private boolean empty = true;

    /// No values yet.
    ///
    /// @param rows of the dataset
    SeriesRanges(int subjects, int parameters, int rows) {
        this.parameters = parameters;
        long series = (long) subjects * parameters;
        this.only = series <= MOST_A_ROW * rows ? new double[(int) series] : null;
        if (only != null) {
            Arrays.fill(only, Double.NaN);
        }
    }

    private long series(int subject, int parameter) {
        return (long) subject * parameters + parameter;
    }

    /// A value; no missing one.
    void add(int subject, int parameter, double value) {
        empty = false;
        long series = series(subject, parameter);
        double first = first(series);
        if (Double.isNaN(first)) {
            if (only != null) {
                only[(int) series] = value;
            } else {
                onlySparse.put(series, value);
            }
        } else if (value != first) {
            several.merge(series, new Range(Math.min(first, value), Math.max(first, value)),
                    (one, other) -> new Range(Math.min(one.least, other.least), Math.max(one.most, other.most)));
        }
    }

    boolean isEmpty() {
        return empty;
    }

    private double first(long series) {
        return only != null ? only[(int) series] : onlySparse.getOrDefault(series, Double.NaN);
    }

    private Range range(long series) {
        double first = first(series);
        return several.getOrDefault(series, new Range(first, first));
    }

    /// Whether a value lies outside its series' range, by more than noise; never where the series has no value.
    boolean leavesOut(int subject, int parameter, double value) {
        long series = series(subject, parameter);
        double first = first(series);
        if (value == first || Double.isNaN(first)) {
            return false;
        }
        Range range = range(series);
        double noise = NOISE * Math.max(Math.abs(value), Math.max(Math.abs(range.least), Math.abs(range.most)));
        return value < range.least - noise || value > range.most + noise;
    }

    /// Whether a series is told of for the first time.
    boolean isToldFirst(int subject, int parameter) {
        return told.add(series(subject, parameter));
    }

    /// The range as text: `4.2`, or `4.2 to 4.6`.
    String text(int subject, int parameter) {
        Range range = range(series(subject, parameter));
        return ValueText.number(range.least) + (range.least == range.most ? "" : " to " + ValueText.number(range.most));
    }
}
