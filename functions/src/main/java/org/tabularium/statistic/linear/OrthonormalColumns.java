package org.tabularium.statistic.linear;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.statistic.sample.ExactSum;

/// The columns of a design matrix X, orthogonalised in their order (Gram-Schmidt, each column twice): X = QR.
///
/// A column that is a combination of those before it (what is left of it is below 1e-7 of its length, the tolerance of R's `lm`)
/// has the coefficient 0. A linear function of the coefficients is then estimable where it has one value for every solution:
/// where it is orthogonal to the combinations that were found. Products are summed exactly, so that the order of the rows does
/// not matter.
public final class OrthonormalColumns {

    private static final double DEPENDENT = 1e-7;
    private static final double ZERO = 1e-8;

    private final int columns;
    private final List<Integer> kept = new ArrayList<>();
    private final List<double[]> directions = new ArrayList<>();
    private final List<double[]> triangle = new ArrayList<>();
    private final List<double[]> nulls = new ArrayList<>();

    /// Orthogonalises.
    ///
    /// @param design the columns of X, each as long as the others; not changed
    public OrthonormalColumns(List<double[]> design) {
        this.columns = design.size();
        for (int j = 0; j < columns; j++) {
            double[] rest = design.get(j).clone();
            double[] shares = project(rest);
            double length = length(rest);
            if (length <= DEPENDENT * length(design.get(j))) {
                nulls.add(combination(j, shares));
            } else {
                for (int i = 0; i < rest.length; i++) {
                    rest[i] /= length;
                }
                double[] column = new double[shares.length + 1];
                System.arraycopy(shares, 0, column, 0, shares.length);
                column[shares.length] = length;
                kept.add(j);
                directions.add(rest);
                triangle.add(column);
            }
        }
    }

    /// How many columns are no combination of those before them: the number of columns of Q.
    public int rank() {
        return kept.size();
    }

    /// An element of Q.
    public double element(int row, int column) {
        return directions.get(column)[row];
    }

    /// Takes out of a vector its parts along the columns of Q; gives their lengths Qᵀ v.
    ///
    /// @param vector changed to what is left of it
    public double[] project(double[] vector) {
        double[] shares = new double[directions.size()];
        for (int round = 0; round < 2; round++) {
            for (int k = 0; k < shares.length; k++) {
                double[] direction = directions.get(k);
                double share = dot(direction, vector);
                shares[k] += share;
                for (int i = 0; i < vector.length; i++) {
                    vector[i] -= share * direction[i];
                }
            }
        }
        return shares;
    }

    /// A linear function of the coefficients of X as one of the coefficients of Q: R⁻ᵀ c.
    ///
    /// @param weights c, one a column of X
    /// @return null where the function is not estimable
    public double @Nullable [] turned(double[] weights) {
        for (double[] vector : nulls) {
            if (Math.abs(dot(vector, weights)) > ZERO * length(vector) * length(weights)) {
                return null;
            }
        }
        double[] turned = new double[kept.size()];
        for (int k = 0; k < turned.length; k++) {
            double rest = weights[kept.get(k)];
            for (int before = 0; before < k; before++) {
                rest -= triangle.get(k)[before] * turned[before];
            }
            turned[k] = rest / triangle.get(k)[k];
        }
        return turned;
    }

    /// The null vector that says how column j is made of the kept ones.
    private double[] combination(int j, double[] shares) {
        double[] made = shares.clone(); // R⁻¹ of the shares
        for (int k = made.length - 1; k >= 0; k--) {
            made[k] /= triangle.get(k)[k];
            for (int above = 0; above < k; above++) {
                made[above] -= triangle.get(k)[above] * made[k];
            }
        }
        double[] vector = new double[columns];
        for (int k = 0; k < made.length; k++) {
            vector[kept.get(k)] = -made[k];
        }
        vector[j] = 1;
        return vector;
    }

    private static double dot(double[] a, double[] b) {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < a.length; i++) {
            double product = a[i] * b[i];
            if (product != 0) {
                sum.add(product);
            }
        }
        return sum.value();
    }

    /// The length of a vector.
    public static double length(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }
}
