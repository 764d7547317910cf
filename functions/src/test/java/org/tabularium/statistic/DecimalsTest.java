package org.tabularium.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
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
}
