package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairUsesTest {

    @Test
    void pairsAreCountedAsRowByRow() {
        Random random = new Random(13);
        List<String> codes = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < 5_000; row++) {
            codes.add("P" + random.nextInt(7));
            texts.add(random.nextInt(50) == 0 ? "rare" : "U" + random.nextInt(3));
        }
        TextColumn one = TextColumn.of(new Variable("PARAMCD", "", Kind.TEXT, ""), codes);
        TextColumn other = TextColumn.of(new Variable("AVALU", "", Kind.TEXT, ""), texts);
        PairUses pairs = one.pairs(other);
        for (int code = 0; code < one.dictionary().size(); code++) {
            for (int text = 0; text < other.dictionary().size(); text++) {
                int count = 0;
                int first = -1;
                for (int row = codes.size() - 1; row >= 0; row--) {
                    if (one.code(row) == code && other.code(row) == text) {
                        count++;
                        first = row;
                    }
                }
                assertThat(pairs.rows(code, text)).isEqualTo(count);
                assertThat(pairs.first(code, text)).isEqualTo(first);
            }
        }
    }

    @Test
    void pairsAsManyAsRowsAreNotCounted() {
        assertThat(PairUses.areFew(8, 8)).isTrue();
        assertThat(PairUses.areFew(160_000, 160_000)).isFalse();
    }
}
