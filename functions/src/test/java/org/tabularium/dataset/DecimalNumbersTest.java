package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalNumbersTest {

    private static final String MISSING = "._ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// Whole numbers first, more decimals from block to block, and every missing value: all come back as they were.
    @ParameterizedTest
    @CsvSource({"1, 0, 100", "2, 10000, 100", "3, 0, 40000", "4, 12, 1e5"})
    void numbersComeBackToTheLastBit(long seed, int expected, double size) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = IntStream.range(0, 4_000).mapToDouble(i -> {
            double scale = StrictMath.pow(10, Math.min(3, i / 900));
            return random.nextInt(20) == 0
                    ? Missing.of(MISSING.charAt(random.nextInt(MISSING.length())))
                    : Math.rint(random.nextDouble(-size, size) * scale) / scale + 0.0;
        }).toArray();
        DecimalNumbers held = new DecimalNumbers(expected);
        for (int from = 0; from < values.length; from += 500) {
            assertThat(held.add(Arrays.copyOfRange(values, from, from + 500), 500)).isTrue();
        }
        assertThat(held.size()).isEqualTo(values.length);
        for (int row = 0; row < values.length; row++) {
            assertThat(Double.doubleToRawLongBits(held.get(row))).as("row %d", row)
                    .isEqualTo(Double.doubleToRawLongBits(values[row]));
            assertThat(held.isMissing(row)).isEqualTo(Double.isNaN(values[row]));
        }
        assertThat(held.mayBeMissing()).isTrue();
        assertThat(held.bound())
                .isEqualTo(Arrays.stream(values).filter(v -> !Double.isNaN(v)).map(Math::abs).max().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1234, 1e9, -1e300, -0.0, Double.POSITIVE_INFINITY, 0.1 + 0.2})
    void aBlockWithAnotherNumberIsRefusedAsAWhole(double other) {
        DecimalNumbers held = new DecimalNumbers(0);
        assertThat(held.add(new double[]{1, 2.5, Missing.DOT}, 3)).isTrue();
        assertThat(held.add(new double[]{7, 0.25, other}, 3)).isFalse();
        assertThat(held.size()).isEqualTo(3);
        assertThat(held.get(1)).isEqualTo(2.5);
        assertThat(held.get(2)).isNaN();
    }

    @Test
    void whereEveryRowHasANumberItIsKnown() {
        DecimalNumbers held = new DecimalNumbers(0);
        assertThat(held.add(new double[]{0, 0.5, -3}, 3)).isTrue();
        assertThat(held.mayBeMissing()).isFalse();
        assertThat(held.bound()).isEqualTo(3);
    }

    @Test
    void whetherOneIsBelowZeroIsKnown() {
        DecimalNumbers held = new DecimalNumbers(0);
        assertThat(held.add(new double[]{0, 0.5, 3, Missing.DOT}, 4)).isTrue();
        assertThat(held.mayBeNegative()).isFalse();
        assertThat(held.add(new double[]{1, -0.5, 3}, 3)).isTrue();
        assertThat(held.mayBeNegative()).isTrue();
    }
}
