package org.tabularium.statistic.linear;

import org.jspecify.annotations.Nullable;

/// The Cholesky factor L of a symmetric positive definite matrix A = L Lᵀ.
public final class Cholesky {

    /// A pivot below this share of its diagonal element is lost in the noise.
    private static final double NOISE = 1e-12;

    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /// Factors a matrix.
    ///
    /// @param matrix symmetric; its lower triangle is read; not changed
    /// @return null where the matrix is not positive definite
    public static @Nullable Cholesky of(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][];
        for (int i = 0; i < n; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                if (j < i) {
                    lower[i][j] = rest / lower[j][j];
                } else if (rest > NOISE * matrix[i][i] && rest < Double.POSITIVE_INFINITY) {
                    lower[i][i] = Math.sqrt(rest);
                } else {
                    return null;
                }
            }
        }
        return new Cholesky(lower);
    }

    /// An element of L.
    ///
    /// @param column at most the row
    public double element(int row, int column) {
        return lower[row][column];
    }

    /// The least share of a diagonal element of A that the columns before it leave unexplained: above 0, near it where A is
    /// nearly singular.
    public double leastShare() {
        double least = 1;
        for (double[] row : lower) {
            double square = 0;
            for (double element : row) {
                square += element * element;
            }
            double last = row[row.length - 1];
            least = Math.min(least, last * last / square);
        }
        return least;
    }

    /// The logarithm of the determinant of A.
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += StrictMath.log(lower[i][i]);
        }
        return 2 * sum;
    }

    /// Changes a vector b to L⁻¹ b.
    public void divide(double[] vector) {
        for (int i = 0; i < lower.length; i++) {
            double rest = vector[i];
            double[] row = lower[i];
            for (int k = 0; k < i; k++) {
                rest -= row[k] * vector[k];
            }
            vector[i] = rest / row[i];
        }
    }

    /// A⁻¹ b.
    public double[] solved(double[] vector) {
        double[] x = vector.clone();
        divide(x);
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] /= lower[i][i];
            for (int k = 0; k < i; k++) {
                x[k] -= lower[i][k] * x[i];
            }
        }
        return x;
    }

    /// A⁻¹.
    public double[][] inverse() {
        int n = lower.length;
        double[][] inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            inverse[i] = solved(unit);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                inverse[i][j] = inverse[j][i];
            }
        }
        return inverse;
    }
}
