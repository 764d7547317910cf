package org.tabularium.statistic.proportion;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.RoundedProbability;
import org.tabularium.statistic.sample.ExactSum;

/// Pearson's chi-square test of independence in a table of counts, without continuity correction; with F. Yates's (1934) on
/// request.
///
/// χ² = Σ (observed − expected)² / expected with (rows − 1)(columns − 1) degrees of freedom; rows and columns without a count are
/// left out, as SAS's PROC FREQ
/// does. R's `chisq.test` is the same with `correct = FALSE`. The corrected test lessens each |observed − expected| of a
/// two-by-two table by ½, or to 0 where it is
/// smaller, as R's default and PROC FREQ's "Continuity Adj. Chi-Square" do; other tables have no correction.
///
/// Not estimable where fewer than two rows or two columns have a count.
public final class PearsonChiSquare {

    private PearsonChiSquare() {}

    /// The p-value.
    ///
    /// @param counts rows of columns, all of one length
    public static Estimate pValue(long[][] counts) {
        return pValue(counts, 0);
    }

    /// The p-value with Yates's continuity correction where two rows and two columns have counts.
    ///
    /// @param counts rows of columns, all of one length
    public static Estimate correctedPValue(long[][] counts) {
        return pValue(counts, 0.5);
    }

    /// The p-value of the test of two proportions with the correction of H. J. A. Schouten, I. W. Molenaar, R. van Strik and
    /// A. Boomsma (Biometrical Journal 22 (1980) 241-248): (N − 1)(|ad − bc| − ½ min(n₁, n₂))² / (n₁ n₂ m₁ m₂), n the sums of the
    /// rows and m those of the columns. The bracket is 0 where it would be below, as with Yates's; tern's `prop_schouten` squares
    /// it all the same, so that its p-value of equal proportions is below 1.
    ///
    /// @param counts rows of columns, all of one length
    /// @return not estimable besides where other than two rows and two columns have counts
    public static Estimate schoutenPValue(long[][] counts) {
        Margins margins = Margins.of(counts);
        if (margins.freedom() == 0) {
            return new Estimate.NotEstimable(Margins.TOO_FEW);
        }
        if (counts.length != 2 || counts[0].length != 2) {
            return new Estimate.NotEstimable("Schouten's correction is of two groups and two levels");
        }
        double distance = Math.abs((double) counts[0][0] * counts[1][1] - (double) counts[0][1] * counts[1][0]);
        double less = Math.max(0, distance - 0.5 * Math.min(margins.rows()[0], margins.rows()[1]));
        double product = margins.rows()[0] * margins.rows()[1] * margins.columns()[0] * margins.columns()[1];
        return RoundedProbability.chiSquareTail((margins.total() - 1) * less * less / product, 1);
    }

    private static Estimate pValue(long[][] counts, double correction) {
        Margins margins = Margins.of(counts);
        double freedom = margins.freedom();
        if (freedom == 0) {
            return new Estimate.NotEstimable(Margins.TOO_FEW);
        }
        double less = freedom == 1 ? correction : 0;
        ExactSum square = new ExactSum();
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                double expected = margins.expected(i, j);
                if (expected > 0) {
                    double distance = Math.max(0, Math.abs(counts[i][j] - expected) - less);
                    square.add(distance * distance / expected);
                }
            }
        }
        return Estimate.of(ChiSquaredDistribution.of(freedom).survivalProbability(square.value()));
    }
}
