package org.tabularium.statistic.repeated;

import java.util.Arrays;
import org.tabularium.statistic.linear.Cholesky;

/// Any covariance matrix L Lᵀ: the parameters are the elements of the triangle L row by row, those of its diagonal as logarithms,
/// so that every value of them is a covariance matrix.
record CholeskyCovariance(int visits) implements CovarianceFunction {

    @Override
    public double[] near(double[][] moments) {
        Cholesky factor = Cholesky.of(moments);
        if (factor == null) {
            throw new IllegalArgumentException("the moments are not positive definite");
        }
        double[] theta = new double[CovarianceFunction.pairs(visits)];
        for (int i = 0; i < visits; i++) {
            for (int j = 0; j <= i; j++) {
                double element = factor.element(i, j);
                theta[CovarianceFunction.pair(j, i)] = i == j ? StrictMath.log(element) : element;
            }
        }
        return theta;
    }

    private double[][] triangle(double[] theta) {
        double[][] triangle = new double[visits][visits];
        for (int i = 0; i < visits; i++) {
            for (int j = 0; j <= i; j++) {
                double element = theta[CovarianceFunction.pair(j, i)];
                triangle[i][j] = i == j ? StrictMath.exp(element) : element;
            }
        }
        return triangle;
    }

    @Override
    public double[][] matrix(double[] theta) {
        double[][] triangle = triangle(theta);
        double[][] matrix = new double[visits][visits];
        for (int a = 0; a < visits; a++) {
            for (int b = 0; b < visits; b++) {
                matrix[a][b] = RestrictedLikelihood.dot(triangle[a], triangle[b]);
            }
        }
        return matrix;
    }

    /// By the element (i, j) of L: its column j stands in row and column i, twice where they cross.
    @Override
    public double[][] slopes(double[] theta) {
        double[][] triangle = triangle(theta);
        double[][] slopes = new double[theta.length][theta.length];
        for (int i = 0; i < visits; i++) {
            for (int j = 0; j <= i; j++) {
                double inner = i == j ? triangle[i][i] : 1;
                double[] slope = slopes[CovarianceFunction.pair(j, i)];
                for (int a = j; a < visits; a++) {
                    slope[CovarianceFunction.pair(Math.min(a, i), Math.max(a, i))] += inner * triangle[a][j] * (a == i ? 2 : 1);
                }
            }
        }
        return slopes;
    }

    /// Two elements (i, j) and (k, j) of one column are multiplied in σ(i, k), once; an element's square stands in σ(i, i).
    @Override
    public double[][] curvature(double[] theta, double[] gradient) {
        double[][] triangle = triangle(theta);
        double[][] curvature = new double[theta.length][theta.length];
        double[] bySlope = Arrays.stream(slopes(theta)).mapToDouble(row -> RestrictedLikelihood.dot(row, gradient)).toArray();
        for (int j = 0; j < visits; j++) {
            for (int i = j; i < visits; i++) {
                int one = CovarianceFunction.pair(j, i);
                for (int k = j; k <= i; k++) {
                    int other = CovarianceFunction.pair(j, k);
                    double inner = (i == j ? triangle[j][j] : 1) * (k == j ? triangle[j][j] : 1);
                    double product = inner * gradient[CovarianceFunction.pair(k, i)] * (i == k ? 2 : 1);
                    curvature[one][other] = product + (one == other && i == j ? bySlope[one] : 0);
                    curvature[other][one] = curvature[one][other];
                }
            }
        }
        return curvature;
    }
}
