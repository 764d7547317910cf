package org.tabularium.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    /// The short way through the double gives what decimal arithmetic ([Decimals#asWritten]) gives, for written numbers, for the
    /// same with noise around the
    /// twelfth digit, and for computed ones.
    @ParameterizedTest
    @MethodSource("seeds")
    void decimalsAreThoseOfTheNumberAsWritten(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            double size = StrictMath.pow(10, random.nextInt(0, 12));
            double written = StrictMath.rint(random.nextGaussian() * size * 1_000) / StrictMath.pow(10, random.nextInt(4));
            double noisy = written * (1 + random.nextInt(-3, 4) * StrictMath.pow(10, -random.nextInt(13, 17)));
            for (double value : new double[]{written, noisy}) {
                assertThat(Decimals.collected(new double[]{value})).as("%s", value).isEqualTo(Decimals.asWritten(value).scale());
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

    /// the largest number of decimals that any value has; computed values by the median of the absolute non-zero ones with two
    /// significant digits, 1 to 6. Expected by hand.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "10 10 7.5 5|1", "0.67 2|2", "1.125 3 4|3", "62 35 61.55172413793103 21|1", "0.00018 0.00036 0.00061|5",
        "0 0 0.000123456|5", "1e-9 2e-9|6", "1234.56789 2345.6789|1", "0.30000000000000004 5|1", "5.551115123125783e-17 0.5 1|1",
        "-0.199999999997 50 12.3|1", "1e60 160.5|1", "0 0|0", "1234567890123|0", "1234567890123.5|0",
        "99999999.8821|1"})
    void decimalsAreThoseOfTheMostPreciseValue(String values, int expected) {
        double[] all = Arrays.stream(values.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
        assertThat(Decimals.collected(all)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1234567890123,1234567890123", "9007199254740991,9007199254740991", "1234567890123.5,1234567890124",
        "123456789.125,123456789.125",
        "9007199254740992,9007199254740000"})
    void wholeDigitsStay(double value, String written) {
        assertThat(Decimals.asWritten(value)).isEqualTo(new BigDecimal(written));
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

    /// The rule: one decimal more for a mean or median and two more for a spread, but beyond two and three only where the values
    /// have more themselves.
    @ParameterizedTest
    @CsvSource({"0,1,2", "1,2,3", "2,2,3", "3,3,3", "4,4,4", "6,6,6"})
    void meansHaveOneDecimalMoreAndSpreadsTwo(int collected, int centre, int spread) {
        assertThat(Decimals.ofCentre(collected)).isEqualTo(centre);
        assertThat(Decimals.ofSpread(collected)).isEqualTo(spread);
    }
}
