package org.tabularium.statistic.repeated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Derivatives: the oracle is a difference of the function itself at two near points.
class CovarianceFunctionTest {

    private static final int VISITS = 4;
    private static final double STEP = 1e-5;

    private static double[] parameters(CovarianceFunction function) {
        return new Random(5).doubles(function.near(unit()).length, -0.7, 0.7).toArray();
    }

    private static double[][] unit() {
        double[][] unit = new double[VISITS][VISITS];
        for (int i = 0; i < VISITS; i++) {
            unit[i][i] = 1;
        }
        return unit;
    }

    private static double[] moved(double[] theta, int parameter, double by) {
        double[] moved = theta.clone();
        moved[parameter] += by;
        return moved;
    }

    @ParameterizedTest
    @EnumSource(Covariance.class)
    void slopesAreTheMatrixsDerivatives(Covariance kind) {
        CovarianceFunction function = kind.of(VISITS);
        double[] theta = parameters(function);
        double[][] slopes = function.slopes(theta);
        for (int k = 0; k < theta.length; k++) {
            double[][] above = function.matrix(moved(theta, k, STEP));
            double[][] below = function.matrix(moved(theta, k, -STEP));
            for (int b = 0; b < VISITS; b++) {
                for (int a = 0; a <= b; a++) {
                    assertThat(slopes[k][CovarianceFunction.pair(a, b)]).as("%d: %d, %d", k, a, b)
                            .isCloseTo((above[a][b] - below[a][b]) / (2 * STEP), Offset.offset(1e-8));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Covariance.class)
    void curvatureIsTheSlopesDerivative(Covariance kind) {
        CovarianceFunction function = kind.of(VISITS);
        double[] theta = parameters(function);
        double[] gradient = new Random(6).doubles(CovarianceFunction.pairs(VISITS), -2, 2).toArray();
        double[][] curvature = function.curvature(theta, gradient);
        for (int k = 0; k < theta.length; k++) {
            double[][] above = function.slopes(moved(theta, k, STEP));
            double[][] below = function.slopes(moved(theta, k, -STEP));
            for (int l = 0; l < theta.length; l++) {
                double difference = RestrictedLikelihood.dot(above[l], gradient) - RestrictedLikelihood.dot(below[l], gradient);
                assertThat(curvature[k][l]).as("%d, %d", k, l).isCloseTo(difference / (2 * STEP), Offset.offset(1e-7));
            }
        }
    }

    /// A matrix of the kind is found exactly.
    @ParameterizedTest
    @EnumSource(Covariance.class)
    void nearAMatrixOfTheKindIsThatMatrix(Covariance kind) {
        CovarianceFunction function = kind.of(VISITS);
        double[] theta = parameters(function);
        theta[theta.length - 1] = 0.4;
        assertThat(function.near(function.matrix(theta))).containsExactly(theta, Offset.offset(1e-12));
    }

    /// By hand: variances 1, 4, 9 have the mean 14/3; correlations 0.3, 0.2 and, two visits apart, 0.4 have the mean 0.3, neighbours
    /// alone 0.25.
    @ParameterizedTest
    @CsvSource({"COMPOUND_SYMMETRY,0.3", "AUTOREGRESSIVE,0.25"})
    void nearAnyMatrixAreItsMeans(Covariance kind, double correlation) {
        CovarianceFunction function = kind.of(3);
        double[][] matrix = function.matrix(function.near(new double[][]{{1, 0.6, 1.2}, {0.6, 4, 1.2}, {1.2, 1.2, 9}}));
        assertThat(matrix[1][1]).isCloseTo(14 / 3.0, Offset.offset(1e-12));
        assertThat(matrix[1][2] / matrix[1][1]).isCloseTo(correlation, Offset.offset(1e-12));
    }

    /// The search starts within correlations of ±0.9, and where all pairs have one, above −0.9 / (t − 1): below −1 / (t − 1) the
    /// matrix is none of a covariance.
    @ParameterizedTest
    @CsvSource({"COMPOUND_SYMMETRY,0.99,0.9", "AUTOREGRESSIVE,0.99,0.9", "AUTOREGRESSIVE,-0.99,-0.9",
        "COMPOUND_SYMMETRY,-0.48,-0.45"})
    void correlationsStartWithinBounds(Covariance kind, double correlation, double start) {
        double lag = kind == Covariance.AUTOREGRESSIVE ? correlation * correlation : correlation;
        CovarianceFunction function = kind.of(3);
        double[][] matrix = function.matrix(function.near(
                new double[][]{{1, correlation, lag}, {correlation, 1, correlation}, {lag, correlation, 1}}));
        assertThat(matrix[0][1]).isCloseTo(start, Offset.offset(1e-12));
    }

    @Test
    void noMatrixIsNearOneThatIsNotDefinite() {
        CovarianceFunction function = Covariance.UNSTRUCTURED.of(2);
        assertThatIllegalArgumentException().isThrownBy(() -> function.near(new double[][]{{1, 2}, {2, 1}}));
    }
}
