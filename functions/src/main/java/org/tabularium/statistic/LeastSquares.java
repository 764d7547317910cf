package org.tabularium.statistic;

import java.util.List;
import org.tabularium.statistic.linear.OrthonormalColumns;

/// A linear model fitted by least squares: y = Xβ + ε, with the columns of X made orthonormal ([OrthonormalColumns]).
final class LeastSquares {

    private static final double EXACT_FIT = 1e-14;
    private static final Estimate SATURATED = new Estimate.NotEstimable("there are as many coefficients as values");

    private final OrthonormalColumns design;
    private final double[] shares;
    private final int freedom;
    private final double variance;

    /// Fits the model.
    ///
    /// @param design the columns of X
    /// @param response y, as long as each column
    LeastSquares(List<double[]> design, double[] response) {
        this.design = new OrthonormalColumns(design);
        double[] residual = response.clone();
        this.shares = this.design.project(residual);
        this.freedom = response.length - this.design.rank();
        double noise = EXACT_FIT * OrthonormalColumns.length(response);
        double left = OrthonormalColumns.length(residual);
        this.variance = freedom == 0 || left <= noise ? 0 : left * left / freedom;
    }

    /// The square root of the residual variance; not estimable where there are as many coefficients as values.
    Estimate rootMeanSquareError() {
        return freedom == 0 ? SATURATED : RoundedProbability.of(Math.sqrt(variance));
    }

    /// A linear function of the coefficients.
    ///
    /// @param weights one a column of X
    LinearEstimate estimate(double[] weights) {
        double[] turned = design.turned(weights);
        if (turned == null) {
            return LinearEstimate.none(LinearEstimate.CONFOUNDED);
        }
        double value = 0;
        double square = 0;
        for (int k = 0; k < turned.length; k++) {
            value += turned[k] * shares[k];
            square += turned[k] * turned[k];
        }
        Estimate error = freedom == 0
                ? SATURATED
                : RoundedProbability.of(Math.sqrt(variance * square));
        return new LinearEstimate(RoundedProbability.of(value), error, freedom);
    }
}
