package org.tabularium.statistic.proportion;

import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.sample.ExactSum;

/// Fisher's exact test of a 2 × 2 table, two-sided unless a side is named.
///
/// |  | with | without |
/// | --- | --- | --- |
/// | group 1 | a | b |
/// | group 2 | c | d |
///
/// Given the margins, a is hypergeometric. The two-sided p-value is the sum of the probabilities of all tables that are no more
/// probable than the one observed (R. A. Fisher; the rule of R's `fisher.test`, SciPy's `fisher_exact` and SAS PROC FREQ's
/// two-sided Pr ≤ P). As in R, "no more probable" allows a relative 1e-7, so that two tables of equal probability count as equal
/// whatever the last bits of the computation.
///
/// Special cases: an empty row or column leaves a single possible table, so p = 1 as in R (SAS computes no test there). A table
/// without any
/// subject is not estimable (R gives 1).
///
/// The probabilities are built from ratios of neighbours, starting at the most probable table, with sums and products only: the
/// same bits everywhere.
/// Commons Statistics' test of the same name compares probabilities without a tolerance and gives 0.570 for (12, 39, 1, 2), where
/// p is 1.
public final class FisherExactTest {

    private static final double TIE = 1 + 1e-7;

    private FisherExactTest() {}

    /// The two-sided p-value.
    ///
    /// @param a subjects of group 1 with the event
    /// @param b subjects of group 1 without it
    /// @param c subjects of group 2 with the event
    /// @param d subjects of group 2 without it
    /// @throws IllegalArgumentException if a count is negative
    public static Estimate pValue(int a, int b, int c, int d) {
        return pValue(a, b, c, d, Alternative.TWO_SIDED);
    }

    /// The p-value, two-sided or of one side: the sum of the probabilities of all a not below (greater) or not above (less) the
    /// one observed, as R's `fisher.test(alternative = "greater")` and PROC FREQ's right- and left-sided Pr have them.
    ///
    /// @param alternative what is to be shown of the share of group 1
    public static Estimate pValue(int a, int b, int c, int d, Alternative alternative) {
        if (a < 0 || b < 0 || c < 0 || d < 0) {
            throw new IllegalArgumentException("counts must not be negative: " + a + ", " + b + ", " + c + ", " + d);
        }
        long group1 = (long) a + b;
        long group2 = (long) c + d;
        long with = (long) a + c;
        if (group1 + group2 == 0) {
            return new Estimate.NotEstimable("Fisher's test needs at least one subject");
        }
        long lowest = Math.max(0, with - group2);
        double[] relative = relativeProbabilities(group1, group2, with);
        int observed = Math.toIntExact(a - lowest);
        ExactSum extreme = new ExactSum();
        ExactSum all = new ExactSum();
        for (int i = 0; i < relative.length; i++) {
            all.add(relative[i]);
            boolean counts = switch (alternative) {
                case TWO_SIDED -> relative[i] <= relative[observed] * TIE;
                case GREATER -> i >= observed;
                case LESS -> i <= observed;
            };
            if (counts) {
                extreme.add(relative[i]);
            }
        }
        return new Estimate.Value(extreme.value() / all.value());
    }

    /// The hypergeometric probabilities of every possible a, lowest first, relative to the largest of them.
    private static double[] relativeProbabilities(long group1, long group2, long with) {
        long lowest = Math.max(0, with - group2);
        long highest = Math.min(group1, with);
        long mode = Math.clamp((long) ((group1 + 1.0) * (with + 1.0) / (group1 + group2 + 2.0)), lowest, highest);
        double[] relative = new double[Math.toIntExact(highest - lowest + 1)];
        int top = Math.toIntExact(mode - lowest);
        relative[top] = 1;
        for (int i = top; i + 1 < relative.length; i++) {
            relative[i + 1] = relative[i] * ratio(lowest + i, group1, group2, with);
        }
        for (int i = top; i > 0; i--) {
            relative[i - 1] = relative[i] / ratio(lowest + i - 1, group1, group2, with);
        }
        return relative;
    }

    /// P(x + 1) / P(x).
    private static double ratio(long x, long group1, long group2, long with) {
        return (double) (group1 - x) / (x + 1) * ((double) (with - x) / (group2 - with + x + 1));
    }
}
