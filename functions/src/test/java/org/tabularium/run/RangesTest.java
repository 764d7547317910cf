package org.tabularium.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tabularium.result.HeldSet;

class RangesTest {

    @Test
    void setIsWhatIsPassedOverAndWhatFollows() {
        BitSet set = new BitSet();
        IntStream.of(0, 1, 2, 7).forEach(set::set);

        assertThat(Ranges.of(set)).isEqualTo("0+2,4");
        assertThat(Ranges.write(HeldSet.of(set).plus(3), new ShortText()).toString()).isEqualTo("3+2,4");
        IntStream.of(12, 17).forEach(set::set);
        assertThat(Ranges.of(set)).isEqualTo("0+2,4*3");
        assertThat(Ranges.set("0+2,4,4*2")).isEqualTo(set);
        assertThat(Ranges.set("1+1*2,2")).hasToString("{1, 2, 4, 5, 8}");
        assertThat(Ranges.of(new BitSet())).isEmpty();
        assertThat(Ranges.set("")).isEqualTo(new BitSet());
    }

    @Test
    void sequenceCountsWhatRepeats() {
        assertThat(Ranges.of(IntStream.of(5, 5, 5, 9, -1))).isEqualTo("5*3,9,-1");
        assertThat(Ranges.sequence("5*3,9,-1")).containsExactly(5, 5, 5, 9, -1);
    }

    @Test
    void whateverIsWrittenIsReadBack() {
        Random random = new Random(18);
        for (int i = 0; i < 200; i++) {
            BitSet set = new BitSet();
            random.ints(random.nextInt(200), 0, 300).forEach(set::set);
            assertThat(Ranges.set(Ranges.of(set))).isEqualTo(set);
            assertThat(Ranges.length(HeldSet.of(set))).isEqualTo(Ranges.of(set).length());
            int[] values = random.ints(random.nextInt(40), -1, 3).toArray();
            assertThat(Ranges.sequence(Ranges.of(Arrays.stream(values)))).isEqualTo(values);
        }
    }
}
