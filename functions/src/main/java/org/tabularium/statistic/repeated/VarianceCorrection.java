package org.tabularium.statistic.repeated;

import static org.tabularium.statistic.repeated.CovarianceFunction.pair;
import static org.tabularium.statistic.repeated.RestrictedLikelihood.add;

import java.util.List;

/// What Kenward and Roger add to the covariance matrix of the coefficients, which as turned by [RestrictedLikelihood] is the unit
/// matrix:
///
///     2 Σₖₗ Vₖₗ (Qₖₗ − Cₖ Cₗ),  Qₖₗ = Σᵢ Zᵢᵀ Eₖ Wᵢ Eₗ Zᵢ
///
/// with V the covariance matrix of the estimated elements of Σ. Σₖₗ Vₖₗ Eₖ W Eₗ is one small matrix for all subjects who have the
/// same visits, so the Q are not made one by one.
final class VarianceCorrection {

    private final double[][] added;

    private VarianceCorrection(int coefficients) {
        this.added = new double[coefficients][coefficients];
    }

    static double[][] of(RestrictedMaximum.Found maximum, int coefficients) {
        VarianceCorrection correction = new VarianceCorrection(coefficients);
        for (RestrictedLikelihood.Part part : maximum.likelihood().parts()) {
            correction.addPart(part, maximum.variances());
        }
        correction.subtractCrossed(maximum.slopes().crossed(), maximum.variances());
        return correction.added;
    }

    private void addPart(RestrictedLikelihood.Part part, double[][] variances) {
        double[][] middle = middle(part, variances);
        List<double[][]> turned = part.turned();
        for (double[][] z : turned) {
            for (int a = 0; a < middle.length; a++) {
                double[] row = new double[added.length];
                for (int d = 0; d < middle.length; d++) {
                    add(row, z[d], 2 * middle[a][d]);
                }
                for (int j = 0; j < added.length; j++) {
                    add(added[j], row, z[a][j]);
                }
            }
        }
    }

    /// Σₖₗ Vₖₗ Eₖ W Eₗ of the visits of a pattern.
    private static double[][] middle(RestrictedLikelihood.Part part, double[][] variances) {
        int[] visits = part.pattern().visits();
        int n = visits.length;
        double[][] middle = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                double[] row = variances[symmetric(visits[a], visits[b])];
                for (int c = 0; c < n; c++) {
                    double weight = part.weights()[b][c];
                    for (int d = 0; d < n; d++) {
                        middle[a][d] += row[symmetric(visits[c], visits[d])] * weight;
                    }
                }
            }
        }
        return middle;
    }

    private static int symmetric(int one, int other) {
        return pair(Math.min(one, other), Math.max(one, other));
    }

    private void subtractCrossed(double[][] crossed, double[][] variances) {
        int n = added.length;
        for (int k = 0; k < crossed.length; k++) {
            double[] weighted = new double[n * n];
            for (int l = 0; l < crossed.length; l++) {
                add(weighted, crossed[l], 2 * variances[k][l]);
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double factor = crossed[k][i * n + j];
                    for (int m = 0; m < n; m++) {
                        added[i][m] -= factor * weighted[j * n + m];
                    }
                }
            }
        }
    }
}
