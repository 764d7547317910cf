package org.tabularium.statistic.proportion;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.tabularium.statistic.Estimate;
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

    private static Estimate pValue(long[][] counts, double correction) {
        int width = counts.length == 0 ? 0 : counts[0].length;
        double[] rows = new double[counts.length];
        double[] columns = new double[width];
        double total = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < width; j++) {
                rows[i] += counts[i][j];
                columns[j] += counts[i][j];
                total += counts[i][j];
            }
        }
        int filledRows = filled(rows);
        int filledColumns = filled(columns);
        if (filledRows < 2 || filledColumns < 2) {
            return new Estimate.NotEstimable("the test needs two rows and two columns with counts");
        }
        double less = filledRows == 2 && filledColumns == 2 ? correction : 0;
        ExactSum square = new ExactSum();
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < width; j++) {
                double expected = rows[i] * columns[j] / total;
                if (expected > 0) {
                    double distance = Math.max(0, Math.abs(counts[i][j] - expected) - less);
                    square.add(distance * distance / expected);
                }
            }
        }
        double freedom = (filledRows - 1.0) * (filledColumns - 1);
        return Estimate.of(ChiSquaredDistribution.of(freedom).survivalProbability(square.value()));
    }

    private static int filled(double[] sums) {
        int filled = 0;
        for (double sum : sums) {
            filled += sum > 0 ? 1 : 0;
        }
        return filled;
    }
}
