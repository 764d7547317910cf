package org.tabularium.statistic;

/// uᵀ V⁻ u of a score vector and its covariance matrix, and the rank of the matrix: what a score test refers to χ².
///
/// The matrix may be singular (scores that add up to zero, a group without subjects): a row whose pivot is lost in the noise of
/// the elimination is left out,
/// which does not change the value where u lies in the column space of V.
///
/// @param value of the form
/// @param rank of the matrix
public record QuadraticForm(double value, int rank) {

    private static final double NOISE = 1e-10;

    /// Symmetric elimination with the largest remaining pivot; u is eliminated beside the matrix.
    ///
    /// @param covariance symmetric, positive semidefinite; not changed
    public static QuadraticForm of(double[] scores, double[][] covariance) {
        int n = scores.length;
        double[] u = scores.clone();
        double[][] v = new double[n][];
        double largest = 0;
        for (int i = 0; i < n; i++) {
            v[i] = covariance[i].clone();
            largest = Math.max(largest, v[i][i]);
        }
        boolean[] done = new boolean[n];
        double value = 0;
        int rank = 0;
        for (int pivot = next(v, done); pivot >= 0 && v[pivot][pivot] > NOISE * largest; pivot = next(v, done)) {
            done[pivot] = true;
            rank++;
            value += u[pivot] * u[pivot] / v[pivot][pivot];
            for (int i = 0; i < n; i++) {
                if (!done[i]) {
                    double factor = v[i][pivot] / v[pivot][pivot];
                    u[i] -= factor * u[pivot];
                    for (int j = 0; j < n; j++) {
                        v[i][j] -= factor * v[pivot][j];
                    }
                }
            }
        }
        return new QuadraticForm(value, rank);
    }

    private static int next(double[][] v, boolean[] done) {
        int best = -1;
        for (int i = 0; i < v.length; i++) {
            if (!done[i] && (best < 0 || v[i][i] > v[best][best])) {
                best = i;
            }
        }
        return best;
    }
}
