package org.tabularium.statistic;

import java.util.Arrays;

/// Ranks of some values: 1 for the smallest; equal values share the mean of their places (midranks).
///
/// @param ranks one a value, in the order of the values
/// @param ties Σ (t³ − t) over the groups of equal values, t their size; 0 where all differ
@SuppressWarnings("ArrayRecordComponent") // never compared
record Ranks(double[] ranks, double ties) {

    static Ranks of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        double ties = 0;
        int from = 0;
        while (from < sorted.length) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            double size = to - from;
            ties += size * size * size - size;
            for (int i = 0; i < values.length; i++) {
                if (values[i] == sorted[from]) {
                    ranks[i] = (from + 1 + to) / 2.0;
                }
            }
            from = to;
        }
        return new Ranks(ranks, ties);
    }
}
