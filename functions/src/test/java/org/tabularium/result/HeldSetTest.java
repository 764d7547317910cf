package org.tabularium.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The oracle is a BitSet.
class HeldSetTest {

    @Test
    void whateverIsHeldIsGivenBack() {
        Random random = new Random(13);
        for (int i = 0; i < 500; i++) {
            BitSet set = set(random);
            HeldSet held = HeldSet.of(set);
            assertThat(held.get()).isEqualTo(set);
            int more = random.nextInt(200);
            int[] larger = set.stream().map(number -> number + more).toArray();
            assertThat(held.plus(more).get().stream().toArray()).containsExactly(larger);
            assertThat(held.plus(more)).isEqualTo(HeldSet.of(larger));
        }
    }

    @Test
    void sameSetIsTheSameHoweverItCame() {
        Random random = new Random(14);
        for (int i = 0; i < 500; i++) {
            BitSet set = set(random);
            List<Integer> numbers = new ArrayList<>(set.stream().boxed().toList());
            int[] inOrder = numbers.stream().mapToInt(number -> number).toArray();
            numbers.addAll(Collections.nCopies(random.nextInt(3), -1));
            Collections.shuffle(numbers, random);
            HeldSet held = HeldSet.of(set);
            assertThat(HeldSet.of(inOrder)).isEqualTo(held).hasSameHashCodeAs(held);
            assertThat(HeldSet.of(numbers.stream().mapToInt(number -> number).toArray())).isEqualTo(held);
            BitSet other = (BitSet) set.clone();
            other.flip(random.nextInt(1_000));
            assertThat(HeldSet.of(other)).isNotEqualTo(held);
        }
    }

    @Test
    void rangesThatRepeatComeTogether() {
        HeldSet.Ranges ranges = HeldSet.of(IntStream.range(0, 1_000).map(i -> 48 * i + 5).toArray()).ranges();
        assertThat(ranges.next()).isTrue();
        assertThat(List.of(ranges.passed(), ranges.length(), ranges.times())).containsExactly(5, 1, 1);
        assertThat(ranges.next()).isTrue();
        assertThat(List.of(ranges.passed(), ranges.length(), ranges.times())).containsExactly(47, 1, 999);
        assertThat(ranges.next()).isFalse();
    }

    /// Sparse ones, dense ones, and those in which something repeats.
    private static BitSet set(Random random) {
        BitSet set = new BitSet();
        int most = 1 << (1 + random.nextInt(24));
        random.ints(random.nextInt(60), 0, most).forEach(set::set);
        for (int from = 0; from < 1_000 && random.nextInt(3) > 0; from += 1 + random.nextInt(100)) {
            set.set(from, from + random.nextInt(9));
        }
        int step = 1 + random.nextInt(40);
        for (int i = 0; i < random.nextInt(300); i++) {
            set.set(2_000 + i * step);
        }
        return set;
    }
}
