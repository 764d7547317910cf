package org.tabularium.validation.score;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Between which values a subject's values of one parameter lie, for each subject and parameter. Nearly all have one value, of
/// which a number is held; a range where there are more.
final class SeriesRanges {

    /// As many subjects and parameters a row may there be, each with room of its own; of more only those with a value have any.
    private static final long MOST_A_ROW = 2;

    private final int parameters;
    private final double @Nullable [] only;
    private final Map<Long, Double> onlySparse = new HashMap<>();
    private final Map<Long, ValueRange> several = new HashMap<>();
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
            several.merge(series, ValueRange.of(first).and(ValueRange.of(value)), ValueRange::and);
        }
    }

    boolean isEmpty() {
        return empty;
    }

    private double first(long series) {
        return only != null ? only[(int) series] : onlySparse.getOrDefault(series, Double.NaN);
    }

    private ValueRange range(long series) {
        return several.getOrDefault(series, ValueRange.of(first(series)));
    }

    /// Whether a value lies outside its series' range, by more than noise; never where the series has no value.
    boolean leavesOut(int subject, int parameter, double value) {
        long series = series(subject, parameter);
        double first = first(series);
        return value != first && !Double.isNaN(first) && range(series).leavesOut(value);
    }

    /// Whether a series is told of for the first time.
    boolean isToldFirst(int subject, int parameter) {
        return told.add(series(subject, parameter));
    }

    /// The range as text: `4.2`, or `4.2 to 4.6`.
    String text(int subject, int parameter) {
        return range(series(subject, parameter)).text();
    }
}
