package org.tabularium.study.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The oracle is a BitSet.
class SomeRowsTest {

    @Test
    void rowsAreThoseThatPass() {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            int size = random.nextInt(200);
            BitSet passing = new BitSet();
            for (int row = 0; row < size; row++) {
                passing.set(row, i % 4 == 0 || random.nextInt(4) > 0);
            }
            BitSet others = new BitSet();
            random.ints(random.nextInt(100), 0, Math.max(1, size)).filter(row -> row < size).forEach(others::set);
            BitSet both = (BitSet) others.clone();
            both.and(passing);
            SomeRows rows = SomeRows.of(size, passing::get);
            assertThat(rows.among(others)).isEqualTo(both);
            for (int row = 0; row < size; row++) {
                assertThat(rows.get(row)).isEqualTo(passing.get(row));
            }
            assertThat(rows.get(size)).isFalse();
        }
    }
}
