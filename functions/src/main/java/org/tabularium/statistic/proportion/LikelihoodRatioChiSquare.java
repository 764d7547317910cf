package org.tabularium.statistic.proportion;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.RoundedProbability;
import org.tabularium.statistic.sample.ExactSum;

/// The likelihood-ratio chi-square test of independence in a table of counts: G² = 2 Σ observed · ln(observed / expected) with
/// (rows − 1)(columns − 1) degrees of freedom; empty cells add nothing, rows and columns without a count are left out.
///
/// SAS PROC FREQ's "Likelihood Ratio Chi-Square"; R's stats package has none; SciPy's `chi2_contingency` with
/// `lambda_="log-likelihood"` and without correction. Not estimable where fewer than two rows or two columns have a count.
public final class LikelihoodRatioChiSquare {

    private LikelihoodRatioChiSquare() {}

    /// The p-value.
    ///
    /// @param counts rows of columns, all of one length
    public static Estimate pValue(long[][] counts) {
        Margins margins = Margins.of(counts);
        if (margins.freedom() == 0) {
            return new Estimate.NotEstimable(Margins.TOO_FEW);
        }
        ExactSum square = new ExactSum();
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                if (counts[i][j] > 0) {
                    square.add(2 * counts[i][j] * StrictMath.log(counts[i][j] / margins.expected(i, j)));
                }
            }
        }
        double value = Math.max(0, square.value());
        return RoundedProbability.of(ChiSquaredDistribution.of(margins.freedom()).survivalProbability(value));
    }
}
