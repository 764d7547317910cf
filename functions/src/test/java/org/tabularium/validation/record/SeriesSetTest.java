package org.tabularium.validation.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The oracle is a set of pairs.
class SeriesSetTest {

    /// Few series beside the rows, many, and more than an array could have.
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "50, 8, 400", "300, 40, 10", "2000000, 5000, 100"})
    void holdsWhatWasAdded(int subjects, int parameters, int rows) {
        Random random = new Random(subjects);
        SeriesSet series = new SeriesSet(subjects, parameters, rows);
        Set<List<Integer>> expected = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            int subject = random.nextInt(subjects);
            int parameter = random.nextInt(parameters);
            assertThat(series.contains(subject, parameter)).isEqualTo(expected.contains(List.of(subject, parameter)));
            series.add(subject, parameter);
            expected.add(List.of(subject, parameter));
        }
        for (int i = 0; i < 2_000; i++) {
            int subject = random.nextInt(subjects);
            int parameter = random.nextInt(parameters);
            assertThat(series.contains(subject, parameter)).isEqualTo(expected.contains(List.of(subject, parameter)));
        }
        assertThat(series.contains(-1, 0)).isFalse();
    }
}
