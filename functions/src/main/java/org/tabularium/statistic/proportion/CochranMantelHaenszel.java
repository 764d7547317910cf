package org.tabularium.statistic.proportion;

import java.util.Arrays;
import java.util.List;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.QuadraticForm;
import org.tabularium.statistic.RoundedProbability;
import org.tabularium.statistic.sample.ExactSum;

/// The tests of association between groups and levels within strata (W. G. Cochran 1954; N. Mantel and W. Haenszel 1959), in the
/// three forms of SAS's PROC FREQ,
/// option CMH.
///
/// In each stratum, given its margins, the counts nᵢⱼ have the expectation N pᵢ qⱼ and the covariance N²/(N − 1) · pᵢ (δᵢₖ − pₖ)
/// · qⱼ (δⱼₗ − qₗ), where p and q are
/// the shares of groups and levels and N is the stratum's total; strata of one subject say nothing. The differences from
/// expectation, or a linear function of
/// them, are added over the strata, and their quadratic form by the inverse of the added covariance is referred to χ².
///
/// | test | linear function | degrees of freedom |
/// | --- | --- | --- |
/// | general association | the counts themselves | (groups − 1)(levels − 1) |
/// | row mean scores differ | each group's sum of the levels' scores: for ordinal levels | groups − 1 |
/// | nonzero correlation | the sum of group score times level score: for ordinal groups and levels | 1 |
///
/// Groups and levels without a count take no degree of freedom, nor do combinations that no stratum compares.
/// R's `mantelhaen.test` is the first, for two by two tables with `correct = FALSE`. Not estimable where no stratum has two
/// groups and two levels.
public final class CochranMantelHaenszel {

    private static final Estimate NOTHING = new Estimate.NotEstimable("the test needs a stratum with two groups and two levels");

    private final List<long[][]> strata;

    private CochranMantelHaenszel(List<long[][]> strata) {
        this.strata = strata;
    }

    /// The tests of these counts.
    ///
    /// @param strata for each stratum the counts, a row a group, a column a level; all of one size
    public static CochranMantelHaenszel of(List<long[][]> strata) {
        return new CochranMantelHaenszel(List.copyOf(strata));
    }

    /// The p-value of general association.
    public Estimate generalAssociation() {
        if (strata.isEmpty()) {
            return NOTHING;
        }
        int groups = strata.getFirst().length;
        int levels = groups == 0 ? 0 : strata.getFirst()[0].length;
        double[][] byCell = new double[groups * levels][];
        double[][] ofGroup = new double[groups * levels][];
        for (int i = 0; i < groups; i++) {
            for (int j = 0; j < levels; j++) {
                ofGroup[i * levels + j] = unit(groups, i);
                byCell[i * levels + j] = unit(levels, j);
            }
        }
        return test(ofGroup, byCell);
    }

    /// The p-value of two groups' proportions within strata: general association of 2 × 2 tables; of one side by the sign of
    /// the sum of observed less expected (R's `mantelhaen.test(alternative = "greater", correct = FALSE)`).
    ///
    /// @param strata the groups in each stratum
    public static Estimate pValue(List<Pair> strata, Alternative alternative) {
        ExactSum excess = new ExactSum();
        for (Pair pair : strata) {
            double with = (double) pair.group().count() + pair.reference().count();
            if (pair.hasBoth()) {
                excess.add(pair.group().count() - pair.group().n() * with / pair.total());
            }
        }
        return alternative.of(of(strata.stream().map(Pair::table).toList()).generalAssociation(), excess.value());
    }

    /// The p-value of the hypothesis that the groups have one mean score.
    ///
    /// @param levelScores a number a level, such as 1, 2, 3 or the values themselves (SAS's table scores)
    public Estimate rowMeanScores(double[] levelScores) {
        int groups = strata.isEmpty() ? 0 : strata.getFirst().length;
        double[][] ofGroup = new double[groups][];
        double[][] scores = new double[groups][];
        for (int i = 0; i < groups; i++) {
            ofGroup[i] = unit(groups, i);
            scores[i] = levelScores;
        }
        return test(ofGroup, scores);
    }

    /// The p-value of the hypothesis that the scores of groups and levels are not correlated.
    ///
    /// @param groupScores a number a group
    /// @param levelScores a number a level
    public Estimate correlation(double[] groupScores, double[] levelScores) {
        return test(new double[][]{groupScores}, new double[][]{levelScores});
    }

    /// The test of the linear functions Σ aᵢ bⱼ nᵢⱼ.
    ///
    /// @param a for each function the weights of the groups
    /// @param b for each function the weights of the levels
    private Estimate test(double[][] a, double[][] b) {
        double[] scores = new double[a.length];
        double[][] covariance = new double[a.length][a.length];
        for (long[][] counts : strata) {
            double[] groups = Arrays.stream(counts).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
            double[] levels = new double[counts.length == 0 ? 0 : counts[0].length];
            for (long[] row : counts) {
                for (int j = 0; j < levels.length; j++) {
                    levels[j] += row[j];
                }
            }
            double total = Arrays.stream(groups).sum();
            if (total > 1) {
                add(counts, groups, levels, total, a, b, scores, covariance);
            }
        }
        QuadraticForm form = QuadraticForm.of(scores, covariance);
        return form.rank() == 0 ? NOTHING : RoundedProbability.chiSquareTail(form.value(), form.rank());
    }

    private static void add(long[][] counts, double[] groups, double[] levels, double total, double[][] a, double[][] b,
            double[] scores, double[][] covariance) {
        for (int f = 0; f < scores.length; f++) {
            double meanA = mean(groups, a[f], total);
            double meanB = mean(levels, b[f], total);
            ExactSum sum = new ExactSum();
            for (int i = 0; i < groups.length; i++) {
                for (int j = 0; j < levels.length; j++) {
                    sum.add(counts[i][j] * (a[f][i] - meanA) * (b[f][j] - meanB));
                }
            }
            scores[f] += sum.value();
            for (int g = 0; g < scores.length; g++) {
                covariance[f][g] += total * total / (total - 1) * covariance(groups, a[f], a[g], total)
                        * covariance(levels, b[f], b[g], total);
            }
        }
    }

    private static double mean(double[] weights, double[] values, double total) {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < weights.length; i++) {
            sum.add(weights[i] * values[i]);
        }
        return sum.value() / total;
    }

    private static double covariance(double[] weights, double[] first, double[] second, double total) {
        double meanFirst = mean(weights, first, total);
        double meanSecond = mean(weights, second, total);
        ExactSum sum = new ExactSum();
        for (int i = 0; i < weights.length; i++) {
            sum.add(weights[i] * (first[i] - meanFirst) * (second[i] - meanSecond));
        }
        return sum.value() / total;
    }

    private static double[] unit(int length, int at) {
        double[] unit = new double[length];
        unit[at] = 1;
        return unit;
    }
}
