package org.tabularium.statistic.sample;

import java.util.Arrays;
import java.util.TreeSet;

/// A sample of any values. Those of which the rank is asked for are selected: the values are put in order only as far as that
/// needs (C. A. R. Hoare, Algorithm 65: Find, 1961).
final class SelectedValues implements Sample {

    /// Smaller parts are sorted.
    private static final int FEW = 64;
    /// So often may a part be divided badly before it is sorted: selecting never takes longer than sorting.
    private static final int PATIENCE = 64;

    private final double[] values;
    /// Ranks whose values stand in their places, smaller ones before and larger ones behind them.
    private final TreeSet<Integer> settled = new TreeSet<>();

    /// @param values taken over
    /// @throws IllegalArgumentException if a value is NaN
    SelectedValues(double[] values) {
        for (double value : values) {
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("missing values must be left out before statistics are computed");
            }
        }
        this.values = values;
        settled.add(-1);
        settled.add(values.length);
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public synchronized double at(int rank) {
        if (settled.add(rank)) {
            select(settled.lower(rank) + 1, settled.higher(rank), rank);
        }
        return values[rank];
    }

    /// Puts the value of a rank in its place.
    ///
    /// @param from where the part begins that the rank is in
    /// @param to behind its last value
    private void select(int from, int to, int rank) {
        int left = from;
        int right = to - 1;
        for (int i = 0; i < PATIENCE && right - left >= FEW; i++) {
            double pivot = median(values[left], values[(left + right) >>> 1], values[right]);
            int low = left;
            int high = right;
            while (low <= high) {
                while (values[low] < pivot) {
                    low++;
                }
                while (values[high] > pivot) {
                    high--;
                }
                if (low <= high) {
                    double value = values[low];
                    values[low++] = values[high];
                    values[high--] = value;
                }
            }
            if (rank > high && rank < low) {
                return;
            }
            left = rank >= low ? low : left;
            right = rank <= high ? high : right;
        }
        Arrays.sort(values, left, right + 1);
    }

    private static double median(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    @Override
    public void addTo(ExactSum sum) {
        for (double value : values) {
            sum.add(value);
        }
    }

    @Override
    public void addDeviations(double centre, ExactSum deviations, ExactSum squares) {
        for (double value : values) {
            double deviation = value - centre;
            deviations.add(deviation);
            squares.add(deviation * deviation);
        }
    }
}
