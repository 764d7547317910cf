package org.tabularium.statistic.repeated;

import java.util.List;
import org.tabularium.statistic.linear.Cholesky;

/// Mean products of the values at each two visits, over the subjects who have both: where the search for a covariance starts.
///
/// @param moments symmetric
/// @param counts of how many subjects
@SuppressWarnings("ArrayRecordComponent") // never compared
record PairMoments(double[][] moments, int[][] counts) {

    static PairMoments of(List<Pattern> patterns, int visits) {
        double[][] moments = new double[visits][visits];
        int[][] counts = new int[visits][visits];
        for (Pattern pattern : patterns) {
            int[] at = pattern.visits();
            for (Pattern.Subject subject : pattern.subjects()) {
                double[] y = subject.response();
                for (int a = 0; a < at.length; a++) {
                    for (int b = 0; b < at.length; b++) {
                        moments[at[a]][at[b]] += y[a] * y[b];
                        counts[at[a]][at[b]]++;
                    }
                }
            }
        }
        for (int a = 0; a < visits; a++) {
            for (int b = 0; b < visits; b++) {
                moments[a][b] /= Math.max(1, counts[a][b]);
            }
        }
        return new PairMoments(moments, counts);
    }

    /// Whether nobody has values at both of two visits.
    boolean hasEmptyPair() {
        for (int[] row : counts) {
            for (int count : row) {
                if (count == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The moments as a covariance matrix: variances kept away from 0, covariances halved until the matrix is positive definite.
    double[][] definite() {
        int n = moments.length;
        double[][] matrix = new double[n][n];
        double largest = 0;
        for (int a = 0; a < n; a++) {
            largest = Math.max(largest, moments[a][a]);
        }
        double share = 1;
        do {
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    matrix[a][b] = a == b ? Math.max(moments[a][a], 1e-3 * largest) : share * moments[a][b];
                }
            }
            share = share < 1e-3 ? 0 : share / 2;
        } while (Cholesky.of(matrix) == null);
        return matrix;
    }
}
