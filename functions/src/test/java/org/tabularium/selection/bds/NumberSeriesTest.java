package org.tabularium.selection.bds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The oracle is an array.
class NumberSeriesTest {

    /// @param computed from which number on there are some of many decimals
    @ParameterizedTest
    @CsvSource({"0, 0, true", "1, 9, true", "3000, 9999, true", "3000, 2500, true", "3000, 0, true", "3000, 9999, false"})
    void numbersAreWhatTheyWere(int size, int computed, boolean small) {
        Random random = new Random(size + computed);
        double[] numbers = IntStream.range(0, size).mapToDouble(i -> number(random, i >= computed)).toArray();
        NumberSeries series = new NumberSeries(size, small);
        for (int from = 0; from < size; from += 1_000) {
            int count = Math.min(1_000, size - from);
            series.add(Arrays.copyOfRange(numbers, from, from + count), count);
        }
        assertThat(series.all()).containsExactly(numbers);
        assertThat(IntStream.range(0, size).mapToDouble(series::get).toArray()).containsExactly(numbers);
        int[] some = IntStream.range(0, size).filter(i -> random.nextBoolean()).toArray();
        assertThat(series.of(some)).containsExactly(
                Arrays.stream(some).mapToDouble(i -> numbers[i]).filter(number -> !Double.isNaN(number)).toArray());
        assertThat(series.areDecimals()).isEqualTo(small && computed >= size);
    }

    private static double number(Random random, boolean computed) {
        if (random.nextInt(9) == 0) {
            return Double.NaN;
        }
        return computed ? random.nextGaussian() : (random.nextInt(20_000) - 10_000) / 100.0;
    }
}
