package org.tabularium.statistic;

import java.util.Arrays;
import java.util.List;
import org.tabularium.statistic.sample.ExactSum;

/// The rank test of the hypothesis that several groups have one distribution (W. H. Kruskal and W. A. Wallis, Journal of the
/// American Statistical Association 47
/// (1952) 583-621).
///
/// With Rᵢ the rank sums, H = (12 / (N(N + 1)) · Σ Rᵢ²/nᵢ − 3(N + 1)) / (1 − Σ(t³ − t)/(N³ − N)), referred to χ² with k − 1
/// degrees of freedom; t are the sizes of
/// groups of equal values, k counts the groups that have a value. R's `kruskal.test`, SAS PROC NPAR1WAY (WILCOXON), SciPy's
/// `kruskal`. With two groups it is the
/// rank sum test without continuity correction.
///
/// Not estimable with fewer than two groups that have values, or where all values are equal.
public final class KruskalWallis {

    private KruskalWallis() {}

    /// The p-value.
    ///
    /// @param groups the values of each group, without missing ones; empty groups are passed over
    public static Estimate pValue(List<double[]> groups) {
        List<double[]> filled = groups.stream().filter(g -> g.length > 0).toList();
        if (filled.size() < 2) {
            return new Estimate.NotEstimable("the test needs at least two groups with values");
        }
        double[] all = filled.stream().flatMapToDouble(Arrays::stream).toArray();
        if (Arrays.stream(all).distinct().count() == 1) {
            return new Estimate.NotEstimable("all values are equal");
        }
        Ranks ranks = Ranks.of(all);
        double n = all.length;
        ExactSum square = new ExactSum();
        int from = 0;
        for (double[] group : filled) {
            // Mean ranks less their common mean: the same statistic, without the cancellation of two large sums.
            double excess = Arrays.stream(ranks.ranks(), from, from + group.length).sum() / group.length - (n + 1) / 2;
            square.add(group.length * excess * excess);
            from += group.length;
        }
        double h = 12 / (n * (n + 1)) * square.value() / (1 - ranks.ties() / (n * n * n - n));
        return RoundedProbability.chiSquareTail(h, filled.size() - 1);
    }
}
