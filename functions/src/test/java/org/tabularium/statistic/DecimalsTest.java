package org.tabularium.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    /// The short way through the double gives what decimal arithmetic ([Decimals#asWritten]) gives, for written numbers, for the same with noise around the
    /// twelfth digit, and for computed ones.
    @ParameterizedTest
    @MethodSource("seeds")
    void decimalsAreThoseOfTheNumberAsWritten(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            double size = StrictMath.pow(10, random.nextInt(-4, 12));
            double written = StrictMath.rint(random.nextGaussian() * size * 1_000) / StrictMath.pow(10, random.nextInt(5));
            double noisy = written * (1 + random.nextInt(-3, 4) * StrictMath.pow(10, -random.nextInt(9, 17)));
            for (double value : new double[]{written, noisy, random.nextGaussian() * size}) {
                int expected = Math.min(Decimals.asWritten(value).scale(), Decimals.MOST);
                assertThat(Decimals.collected(new double[]{value})).as("%s", value).isEqualTo(expected);
            }
        }
    }

    /// Oracle: java.math on the numbers as written, here hundredths, from which binary sums and products differ by noise.
    @ParameterizedTest
    @MethodSource("seeds")
    void valuesCompareAsWritten(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            int a = random.nextInt(-300, 300);
            int b = random.nextInt(-300, 300);
            int c = a + b + random.nextInt(-2, 3);
            assertThat(Decimals.compare(a / 100.0 + b / 100.0, c / 100.0)).as("%d + %d and %d", a, b, c)
                    .isEqualTo(Integer.compare(a + b, c));
            int factor = random.nextInt(1, 50);
            int product = factor * b + random.nextInt(-2, 3);
            assertThat(Decimals.compareToMultiple(product / 1000.0, factor / 10.0, b / 100.0))
                    .as("%d and %d * %d", product, factor, b)
                    .isEqualTo(Integer.compare(product, factor * b));
        }
    }

    static Stream<Integer> seeds() {
        return Stream.of(1, 2, 3, 4, 5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.67, -13.25, 11.083333333333334, 1e-9})
    void moreThanOneDecimalIsTwo(double value) {
        assertThat(Decimals.collected(new double[]{value})).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1 + 0.2, -4.5, 12345678.9, 2.4999999999999996})
    void binaryNoiseIsNoDecimal(double value) {
        assertThat(Decimals.collected(new double[]{value})).isEqualTo(1);
    }

    /// By hand: 1300000.6 · 1.1 is 1430000.66 on paper and 1430000.6600000001 in binary.
    @Test
    void largeNumbersCompareAsWritten() {
        assertThat(1300000.6 * 1.1).isNotEqualTo(1430000.66);
        assertThat(Decimals.compare(1300000.6 * 1.1, 1430000.66)).isZero();
        assertThat(Decimals.compareToMultiple(1430000.66, 1.1, 1300000.6)).isZero();
        assertThat(Decimals.compare(1430000.67, 1430000.66)).isPositive();
    }
}
