package org.tabularium.statistic;

import java.util.Arrays;
import org.tabularium.statistic.sample.ExactSum;

/// The rank sum test of the hypothesis that two groups have one distribution (F. Wilcoxon 1945, H. B. Mann and D. R. Whitney
/// 1947), two-sided.
///
/// With W the sum of the first group's ranks less n₁(n₁ + 1)/2 (the number of pairs in which the first group's value is the
/// larger, a tie counting ½):
///
/// - Where both groups have fewer than 50 values and no two values are equal, p is exact: twice the smaller tail of W over all
///   ways to draw n₁ of n₁ + n₂ ranks,
///   at most 1.
/// - Else p is that of the normal approximation z = (|W − n₁n₂/2| − ½) / σ with the continuity correction ½ and σ² = n₁n₂/12 · (N
///   + 1 − Σ(t³ − t)/(N(N − 1))),
///   t being the sizes of the groups of equal values.
///
/// This is R's `wilcox.test` with its defaults. SAS PROC NPAR1WAY's normal approximation is the second with the same correction,
/// whatever the size; its exact test
/// is on request. SciPy's `mannwhitneyu` is exact up to 8 values in one group unless `method` says otherwise.
///
/// Not estimable where a group is empty or all values are equal (R gives NaN).
public final class WilcoxonRankSum {

    private static final int EXACT_BELOW = 50;

    private WilcoxonRankSum() {}

    /// The p-value.
    ///
    /// @param first the values of one group, without missing ones
    /// @param second those of the other
    public static Estimate pValue(double[] first, double[] second) {
        if (first.length == 0 || second.length == 0) {
            return new Estimate.NotEstimable("the rank sum test needs two groups with values");
        }
        double[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        if (Arrays.stream(all).distinct().count() == 1) {
            return new Estimate.NotEstimable("all values are equal");
        }
        Ranks ranks = Ranks.of(all);
        double pairs = Arrays.stream(ranks.ranks(), 0, first.length).sum() - first.length * (first.length + 1.0) / 2;
        return ranks.ties() == 0 && first.length < EXACT_BELOW && second.length < EXACT_BELOW
                ? exact(first.length, second.length, (int) pairs)
                : approximate(first.length, second.length, pairs, ranks.ties());
    }

    /// Twice the smaller tail of the number of pairs.
    private static Estimate exact(int n1, int n2, int pairs) {
        double[] probability = distribution(n1, n2);
        ExactSum tail = new ExactSum();
        int smaller = Math.min(pairs, n1 * n2 - pairs); // the distribution is symmetric
        for (int i = 0; i <= smaller; i++) {
            tail.add(probability[i]);
        }
        return Estimate.of(Math.min(1, 2 * tail.value()));
    }

    /// The probability of each number of pairs, from 0 to n₁n₂. Values join the second group one by one: the largest of all is of
    /// the first group with
    /// probability i / (i + j), and then has j pairs.
    private static double[] distribution(int n1, int n2) {
        double[][] before = new double[n1 + 1][];
        for (int j = 0; j <= n2; j++) {
            double[][] now = new double[n1 + 1][];
            now[0] = new double[]{1};
            for (int i = 1; i <= n1; i++) {
                double[] counts = new double[i * j + 1];
                double first = (double) i / (i + j);
                for (int w = 0; w < now[i - 1].length; w++) {
                    counts[w + j] += first * now[i - 1][w];
                }
                if (j > 0) {
                    double second = (double) j / (i + j);
                    for (int w = 0; w < before[i].length; w++) {
                        counts[w] += second * before[i][w];
                    }
                }
                now[i] = counts;
            }
            before = now;
        }
        return before[n1];
    }

    private static Estimate approximate(double n1, double n2, double pairs, double ties) {
        double n = n1 + n2;
        double distance = Math.max(0, Math.abs(pairs - n1 * n2 / 2) - 0.5);
        double variance = n1 * n2 / 12 * (n + 1 - ties / (n * (n - 1)));
        return RoundedProbability.normalTails(distance / Math.sqrt(variance));
    }
}
