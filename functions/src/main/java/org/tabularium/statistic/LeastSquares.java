package org.tabularium.statistic;

import java.util.ArrayList;
import java.util.List;
import org.tabularium.statistic.sample.ExactSum;

/// A linear model fitted by least squares: y = Xβ + ε, by orthogonalising the columns of X in their order (Gram-Schmidt, each
/// column twice).
///
/// A column that is a combination of those before it (what is left of it is below 1e-7 of its length, the tolerance of R's `lm`)
/// gets the coefficient 0. A
/// linear function of β is then estimable where it has one value for every solution: where it is orthogonal to the combinations
/// that were found.
final class LeastSquares {

    private static final double DEPENDENT = 1e-7;
    private static final double ZERO = 1e-8;
    private static final double EXACT_FIT = 1e-14;

    private final int columns;
    private final List<Integer> kept = new ArrayList<>();
    private final List<double[]> directions = new ArrayList<>();
    private final List<double[]> triangle = new ArrayList<>();
    private final List<double[]> nulls = new ArrayList<>();
    private final double[] coefficients;
    private final int freedom;
    private final double variance;

    /// Fits the model.
    ///
    /// @param design the columns of X
    /// @param response y, as long as each column
    LeastSquares(List<double[]> design, double[] response) {
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
        double[] residual = response.clone();
        this.coefficients = solved(project(residual));
        this.freedom = response.length - kept.size();
        double noise = EXACT_FIT * length(response);
        double left = length(residual);
        this.variance = freedom == 0 || left <= noise ? 0 : left * left / freedom;
    }

    /// Takes out of a vector its parts along the directions so far; gives their lengths.
    private double[] project(double[] vector) {
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

    /// The null vector that says how column j is made of the kept ones.
    private double[] combination(int j, double[] shares) {
        double[] made = solved(shares);
        double[] vector = new double[columns];
        for (int k = 0; k < kept.size(); k++) {
            vector[kept.get(k)] = -made[k];
        }
        vector[j] = 1;
        return vector;
    }

    /// R⁻¹ b.
    private double[] solved(double[] b) {
        double[] x = b.clone();
        for (int k = x.length - 1; k >= 0; k--) {
            x[k] /= triangle.get(k)[k];
            for (int above = 0; above < k; above++) {
                x[above] -= triangle.get(k)[above] * x[k];
            }
        }
        return x;
    }

    /// A linear function of the coefficients.
    ///
    /// @param weights one a column of X
    LinearEstimate estimate(double[] weights) {
        for (double[] vector : nulls) {
            if (Math.abs(dot(vector, weights)) > ZERO * length(vector) * length(weights)) {
                return LinearEstimate.none("the model cannot tell it from the effect of another variable");
            }
        }
        double value = 0;
        double square = 0;
        double[] half = new double[kept.size()]; // R⁻ᵀ c
        for (int k = 0; k < half.length; k++) {
            double rest = weights[kept.get(k)];
            value += rest * coefficients[k];
            for (int before = 0; before < k; before++) {
                rest -= triangle.get(k)[before] * half[before];
            }
            half[k] = rest / triangle.get(k)[k];
            square += half[k] * half[k];
        }
        Estimate error = freedom == 0
                ? new Estimate.NotEstimable("there are as many coefficients as values")
                : RoundedProbability.of(Math.sqrt(variance * square));
        return new LinearEstimate(RoundedProbability.of(value), error, freedom);
    }

    private static double dot(double[] a, double[] b) {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < a.length; i++) {
            sum.add(a[i] * b[i]);
        }
        return sum.value();
    }

    private static double length(double[] a) {
        return Math.sqrt(dot(a, a));
    }
}
