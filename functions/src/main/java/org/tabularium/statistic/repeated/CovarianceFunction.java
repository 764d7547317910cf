package org.tabularium.statistic.repeated;

/// A covariance matrix as a function of parameters θ.
///
/// What concerns an element of the symmetric matrix is addressed by the number of its pair of visits ([#pair]).
interface CovarianceFunction {

    /// The number of a pair of visits.
    ///
    /// @param one from 0, at most `other`
    static int pair(int one, int other) {
        return other * (other + 1) / 2 + one;
    }

    /// How many pairs there are.
    static int pairs(int visits) {
        return visits * (visits + 1) / 2;
    }

    /// Parameters near those that give a matrix.
    ///
    /// @param moments a covariance matrix, positive definite
    double[] near(double[][] moments);

    /// The matrix, or one that is not positive definite where the parameters are outside their range.
    double[][] matrix(double[] theta);

    /// The derivatives by each parameter of each pair's element.
    double[][] slopes(double[] theta);

    /// Σ gₚ ∂²σₚ/∂θₖ∂θₗ over the pairs p.
    ///
    /// @param gradient g, one a pair
    double[][] curvature(double[] theta, double[] gradient);
}
