package org.tabularium.dataset.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The oracle is an array.
class BlockedCodesTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "127, 3", "128, 1", "129, 70000", "5000, 2", "5000, 17", "20000, 300", "20000, 2147483647"})
    void codesAreWhatTheyWere(int size, int most) {
        Random random = new Random(size + most);
        int[] codes = IntStream.range(0, size)
                .map(row -> row % 1_000 < 500 ? Math.min(row / 48, most - 1) : random.nextInt(most)).toArray();
        BlockedCodes held = held(codes, random);
        assertThat(held.size()).isEqualTo(size);
        assertThat(IntStream.range(0, size).map(held::get).toArray()).containsExactly(codes);
        for (int i = 0; i < 50 && size > 0; i++) {
            int from = random.nextInt(size);
            int count = random.nextInt(size - from + 1);
            int[] part = new int[count];
            held.copy(from, count, part);
            assertThat(part).containsExactly(Arrays.copyOfRange(codes, from, from + count));
        }
        assertThat(held.isLike(held(codes, random))).isTrue();
        if (size > 0) {
            codes[random.nextInt(size)]++;
            assertThat(held.isLike(held(codes, random))).isFalse();
        }
    }

    private static BlockedCodes held(int[] codes, Random random) {
        BlockedCodes held = new BlockedCodes();
        int from = 0;
        while (from < codes.length) {
            int count = Math.min(codes.length - from, 1 + random.nextInt(400));
            held.add(Arrays.copyOfRange(codes, from, from + count), count);
            from += count;
        }
        return held;
    }
}
