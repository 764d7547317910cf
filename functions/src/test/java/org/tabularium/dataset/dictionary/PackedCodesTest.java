package org.tabularium.dataset.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackedCodesTest {

    /// Whatever comes later, a code stays what it was: also where wider codes make the column change its width.
    @ParameterizedTest
    @CsvSource({"0, 1", "0, 2", "10000, 256", "0, 257", "10000, 65536", "0, 65537", "3, 200000"})
    void codesStayWhatTheyWere(int expected, int distinct) {
        Random random = new Random(distinct);
        int[] codes = IntStream.range(0, 10_000).map(i -> i < 5_000 ? Math.min(i / 10, distinct - 1) : random.nextInt(distinct))
                .toArray();
        codes[9_999] = distinct - 1;
        PackedCodes held = new PackedCodes(expected);
        for (int from = 0; from < codes.length; from += 1_000) {
            held.add(java.util.Arrays.copyOfRange(codes, from, from + 1_001 > codes.length ? codes.length : from + 1_001), 1_000);
        }
        assertThat(held.size()).isEqualTo(codes.length);
        assertThat(IntStream.range(0, held.size()).map(held::get).toArray()).containsExactly(codes);
    }

    @ParameterizedTest
    @CsvSource({"1, 100", "2, 64", "3, 1", "17, 63", "300, 1000", "70000, 130"})
    void rowsArePickedByTheirCodes(int distinct, int size) {
        Random random = new Random(distinct);
        int[] codes = random.ints(size, 0, distinct).toArray();
        boolean[] passes = new boolean[distinct];
        IntStream.range(0, distinct).forEach(code -> passes[code] = random.nextBoolean());
        assertThat(PackedCodes.of(codes).rows(passes).stream().toArray())
                .containsExactly(IntStream.range(0, size).filter(row -> passes[codes[row]]).toArray());
    }

    @ParameterizedTest
    @CsvSource({"1, 100", "2, 64", "17, 63", "300, 1000", "70000, 130"})
    void partsAreCopied(int distinct, int size) {
        int[] codes = new Random(distinct).ints(size, 0, distinct).toArray();
        int[] part = new int[size];
        PackedCodes.of(codes).copy(size / 3, size / 2, part);
        assertThat(java.util.Arrays.copyOf(part, size / 2)).containsExactly(
                java.util.Arrays.copyOfRange(codes, size / 3, size / 3 + size / 2));
    }
}
