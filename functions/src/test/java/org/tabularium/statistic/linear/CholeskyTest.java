package org.tabularium.statistic.linear;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyTest {

    /// By hand: L is (2, 0; 1, √2), so that a third of the second variance is explained. In any unit.
    @ParameterizedTest
    @ValueSource(doubles = {1, 0x1p-80, 0x1p80})
    void shareThatIsUnexplainedHasNoUnit(double unit) {
        Cholesky factor = requireNonNull(Cholesky.of(new double[][]{{4 * unit, 2 * unit}, {2 * unit, 3 * unit}}));
        assertThat(factor.leastShare()).isCloseTo(2 / 3.0, Offset.offset(1e-12));
        assertThat(factor.element(1, 0)).isEqualTo(Math.sqrt(unit));
    }

    /// What is left of 1/3 after 1/3 is noise, in any unit.
    @ParameterizedTest
    @ValueSource(doubles = {1, 0x1p-80, 0x1p80})
    void singularMatrixHasNoFactor(double unit) {
        double third = unit / 3;
        assertThat(Cholesky.of(new double[][]{{third, third}, {third, third * (1 + 1e-14)}})).isNull();
        assertThat(Cholesky.of(new double[][]{{unit, 2 * unit}, {2 * unit, unit}})).isNull();
        assertThat(Cholesky.of(new double[][]{{Double.POSITIVE_INFINITY}})).isNull();
    }

    /// The inverse times the matrix is the unit matrix; and it is as symmetric as the matrix, to the last bit.
    @Test
    void inverseIsSymmetric() {
        Random random = new Random(7);
        double[][] rows = new double[6][6];
        double[][] matrix = new double[6][6];
        for (int i = 0; i < 6; i++) {
            rows[i] = random.doubles(6).toArray();
            for (int j = 0; j <= i; j++) {
                for (int k = 0; k < 6; k++) {
                    matrix[i][j] += rows[i][k] * rows[j][k];
                }
                matrix[j][i] = matrix[i][j];
            }
        }
        double[][] inverse = requireNonNull(Cholesky.of(matrix)).inverse();
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                assertThat(inverse[i][j]).isEqualTo(inverse[j][i]);
                double product = 0;
                for (int k = 0; k < 6; k++) {
                    product += inverse[i][k] * matrix[k][j];
                }
                assertThat(product).isCloseTo(i == j ? 1 : 0, Offset.offset(1e-9));
            }
        }
    }
}
