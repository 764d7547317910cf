package org.tabularium.statistic.repeated;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.tabularium.statistic.linear.Cholesky;
import org.tabularium.statistic.linear.OrthonormalColumns;

/// Oracle: the derivatives of minus twice the restricted log likelihood as books have them, by whole matrices of all rows: with
/// P = V⁻¹ − V⁻¹ X (Xᵀ V⁻¹ X)⁻¹ Xᵀ V⁻¹ and Vₖ the derivative of V,
///
///     gradient  tr(P Vₖ) − yᵀ P Vₖ P y
///     second    2 yᵀ P Vₖ P Vₗ P y − tr(P Vₖ P Vₗ)
///     its mean  tr(P Vₖ P Vₗ)
///
/// (S. R. Searle, G. Casella, C. E. McCulloch, Variance Components, 1992, chapter 6).
class LikelihoodSlopesTest {

    private static final int[] SUBJECT = {0, 0, 0, 1, 1, 2, 2, 2, 3, 4, 4, 5, 5};
    private static final int[] VISIT = {0, 1, 2, 0, 2, 0, 1, 2, 1, 1, 2, 0, 2};
    private static final int ROWS = SUBJECT.length;
    private static final double[][] COVARIANCE = {{2, 0.7, 0.4}, {0.7, 1.5, -0.3}, {0.4, -0.3, 3}};

    @Test
    void derivativesAreThoseOfTheWholeMatrix() {
        Random random = new Random(11);
        double[] y = random.doubles(ROWS, -3, 3).toArray();
        OrthonormalColumns columns = new OrthonormalColumns(List.of(IntStream.range(0, ROWS).mapToDouble(i -> 1).toArray(),
                random.doubles(ROWS).toArray(), IntStream.range(0, ROWS).mapToDouble(i -> VISIT[i] == 2 ? 1 : 0).toArray()));
        LikelihoodSlopes slopes = LikelihoodSlopes.of(
                requireNonNull(RestrictedLikelihood.at(COVARIANCE, Pattern.of(y, columns, SUBJECT, VISIT), 3)), 3, 3);
        double[][] p = projection(columns);
        double[] py = times(p, y);
        for (int k = 0; k < 6; k++) {
            double[][] pk = times(p, derivative(k));
            assertThat(slopes.gradient()[k]).isCloseTo(trace(pk) - RestrictedLikelihood.dot(py, times(derivative(k), py)),
                    Offset.offset(1e-10));
            for (int l = 0; l < 6; l++) {
                double trace = trace(times(pk, times(p, derivative(l))));
                double square = RestrictedLikelihood.dot(times(derivative(k), py), times(p, times(derivative(l), py)));
                assertThat(slopes.second()[k][l]).as("%d, %d", k, l).isCloseTo(2 * square - trace, Offset.offset(1e-10));
                assertThat(slopes.mean()[k][l]).as("mean %d, %d", k, l).isCloseTo(trace, Offset.offset(1e-10));
            }
        }
    }

    private static double[][] projection(OrthonormalColumns columns) {
        double[][] v = new double[ROWS][ROWS];
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < ROWS; j++) {
                v[i][j] = SUBJECT[i] == SUBJECT[j] ? COVARIANCE[VISIT[i]][VISIT[j]] : 0;
            }
        }
        double[][] w = requireNonNull(Cholesky.of(v)).inverse();
        double[][] wx = new double[3][ROWS];
        double[][] information = new double[3][3];
        for (int a = 0; a < 3; a++) {
            int column = a;
            wx[a] = times(w, IntStream.range(0, ROWS).mapToDouble(i -> columns.element(i, column)).toArray());
            for (int b = 0; b < 3; b++) {
                for (int i = 0; i < ROWS; i++) {
                    information[a][b] += wx[a][i] * columns.element(i, b);
                }
            }
        }
        double[][] inverse = requireNonNull(Cholesky.of(information)).inverse();
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < ROWS; j++) {
                for (int a = 0; a < 3; a++) {
                    for (int b = 0; b < 3; b++) {
                        w[i][j] -= wx[a][i] * inverse[a][b] * wx[b][j];
                    }
                }
            }
        }
        return w;
    }

    private static double[][] derivative(int pair) {
        double[][] derivative = new double[ROWS][ROWS];
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < ROWS; j++) {
                int of = CovarianceFunction.pair(Math.min(VISIT[i], VISIT[j]), Math.max(VISIT[i], VISIT[j]));
                derivative[i][j] = SUBJECT[i] == SUBJECT[j] && of == pair ? 1 : 0;
            }
        }
        return derivative;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        return IntStream.range(0, ROWS).mapToDouble(i -> RestrictedLikelihood.dot(matrix[i], vector)).toArray();
    }

    private static double[][] times(double[][] left, double[][] right) {
        double[][] product = new double[ROWS][ROWS];
        for (int i = 0; i < ROWS; i++) {
            for (int k = 0; k < ROWS; k++) {
                RestrictedLikelihood.add(product[i], right[k], left[i][k]);
            }
        }
        return product;
    }

    private static double trace(double[][] matrix) {
        return IntStream.range(0, ROWS).mapToDouble(i -> matrix[i][i]).sum();
    }
}
