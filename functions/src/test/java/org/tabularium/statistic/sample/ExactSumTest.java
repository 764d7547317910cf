package org.tabularium.statistic.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Oracle: java.math's decimal arithmetic, which adds doubles without error and rounds once.
class ExactSumTest {

    private static final double HALF_ULP = Math.ulp(1.0) / 2;

    private static BigDecimal exact(double... terms) {
        return Arrays.stream(terms).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static ExactSum sum(double... terms) {
        ExactSum sum = new ExactSum();
        Arrays.stream(terms).forEach(sum::add);
        return sum;
    }

    static Stream<double[]> halves() {
        return Stream.of(
                new double[]{1, HALF_ULP},
                new double[]{1, HALF_ULP, 1e-40},
                new double[]{1, HALF_ULP, -1e-40},
                new double[]{1, -HALF_ULP / 2, 1e-40},
                new double[]{1, -HALF_ULP / 2, -1e-40},
                new double[]{1 + 2 * HALF_ULP, HALF_ULP, 1e-40},
                new double[]{1 + 2 * HALF_ULP, HALF_ULP, -1e-40},
                new double[]{-1, -HALF_ULP, -1e-40},
                new double[]{-1, -HALF_ULP, 1e-40},
                new double[]{1, HALF_ULP, 1e-40, 1e-80},
                new double[]{1, 0.75 * HALF_ULP, 1e-40});
    }

    @ParameterizedTest
    @MethodSource("halves")
    void whatLiesBelowAnExactHalfDecides(double[] terms) {
        assertThat(sum(terms).value()).isEqualTo(exact(terms).doubleValue());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sumIsRoundedOnce(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            double[] terms = random.doubles(random.nextInt(1, 12), -1, 1)
                    .map(x -> Math.scalb((double) Math.round(x * 8), random.nextInt(-60, 61))).toArray();
            assertThat(sum(terms).value()).as(() -> Arrays.toString(terms)).isEqualTo(exact(terms).doubleValue() + 0.0);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void quotientIsRoundedOnce(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            double[] terms = random.doubles(random.nextInt(1, 9), -1, 1)
                    .map(x -> x * StrictMath.pow(10, random.nextInt(-3, 12))).toArray();
            int count = random.nextInt(1, 100);
            assertThat(sum(terms).dividedBy(count)).as(() -> Arrays.toString(terms) + " / " + count)
                    .isEqualTo(exact(terms).divide(BigDecimal.valueOf(count), new MathContext(60)).doubleValue());
        }
    }

    @Test
    void manyPartsAreKept() {
        double[] terms = new SplittableRandom(6).ints(40, -1000, 1000).asDoubleStream().toArray();
        for (int i = 0; i < terms.length; i++) {
            terms[i] = Math.scalb(terms[i], 50 * (i - 20));
        }
        assertThat(sum(terms).value()).isEqualTo(exact(terms).doubleValue());
    }

    @Test
    void nothingAddsUpToZero() {
        assertThat(sum().value()).isZero();
    }

    /// 0.1 as a double, three times, is not the double next to 0.3.
    @Test
    void multiplesAreExact() {
        ExactSum sum = new ExactSum();
        sum.add(0.1, 3);
        sum.add(-0.3, 1);
        assertThat(sum.value()).isEqualTo(exact(0.1, 0.1, 0.1, -0.3).doubleValue());
        assertThat(sum.value()).isNotEqualTo(0.1 * 3 - 0.3);
    }
}
