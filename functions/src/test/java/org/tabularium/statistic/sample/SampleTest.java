package org.tabularium.statistic.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Oracle: the values sorted, and summed as exact decimals.
class SampleTest {

    private static final int[] RANKS = {250, 0, 999, 500, 251, 750, 3, 996, 500, 249, 1};

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void measurementsAreCounted(int decimals) {
        double scale = StrictMath.pow(10, decimals);
        double[] values = drawn(decimals + 1, x -> Math.rint((x - 0.3) * 900) / scale);
        assertThat(Sample.of(values)).isInstanceOf(Tally.class);
        assertSameAsSorted(values);
    }

    @ParameterizedTest
    @CsvSource({"1, 1e-3", "2, 1", "3, 1e9", "4, 1e300"})
    void otherValuesAreSelected(long seed, double size) {
        double[] values = drawn(seed, x -> (x - 0.5) * size);
        assertThat(Sample.of(values)).isInstanceOf(SelectedValues.class);
        assertSameAsSorted(values);
    }

    @Test
    void valuesInOrderAndEqualValuesAreSelectedToo() {
        assertSameAsSorted(drawn(5, x -> x < 0.4 ? 1e-7 : 2e-7));
        double[] ascending = drawn(6, x -> x * 1e-5);
        Arrays.sort(ascending);
        assertSameAsSorted(ascending);
        assertSameAsSorted(drawn(7, x -> -1e12));
    }

    @Test
    void oneValueWithMoreDecimalsOrFarAwayEndsTheCounting() {
        double[] values = drawn(8, x -> Math.rint(x * 100) / 10);
        values[999] = 1.2345;
        assertThat(Tally.of(values)).isNull();
        assertSameAsSorted(values);
        values[999] = 1e9;
        assertThat(Tally.of(values)).isNull();
        assertSameAsSorted(values);
        values[999] = Double.POSITIVE_INFINITY;
        assertThat(Tally.of(values)).isNull();
        assertThat(Sample.of(values).at(999)).isInfinite();
    }

    @Test
    void whatIsNoNumberIsRefusedAmongMeasurements() {
        double[] values = drawn(9, x -> Math.rint(x * 100));
        values[998] = Double.NaN;
        assertThatIllegalArgumentException().isThrownBy(() -> Sample.of(values));
    }

    private static double[] drawn(long seed, DoubleUnaryOperator value) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.doubles(1_000).map(value).map(x -> x + 0.0).toArray();
    }

    private static void assertSameAsSorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        Sample sample = Sample.of(values);
        assertThat(sample.size()).isEqualTo(values.length);
        for (int rank : RANKS) {
            assertThat(sample.at(rank)).isEqualTo(sorted[rank]);
        }
        ExactSum sum = new ExactSum();
        sample.addTo(sum);
        assertThat(sum.value()).isEqualTo(sumOf(values, x -> x));
        double centre = sorted[500];
        ExactSum deviations = new ExactSum();
        ExactSum squares = new ExactSum();
        sample.addDeviations(centre, deviations, squares);
        assertThat(deviations.value()).isEqualTo(sumOf(values, x -> x - centre));
        if (Double.isFinite(centre * centre)) {
            assertThat(squares.value()).isEqualTo(sumOf(values, x -> (x - centre) * (x - centre)));
        }
    }

    private static double sumOf(double[] values, DoubleUnaryOperator term) {
        return Arrays.stream(values).map(term).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue();
    }
}
