package org.tabularium.validation.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.Variable;

/// The oracle is a set of Strings.
class UniqueTextsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 100, 2_048, 2_049, 10_000})
    void textsOfWhichNoneIsThereTwice(int size) {
        Random random = new Random(size);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            texts.add("S" + i);
        }
        Collections.shuffle(texts, random);
        assertThat(UniqueTexts.are(column(texts))).isTrue();
        for (int i = 0; i < 20 && size > 1; i++) {
            List<String> some = new ArrayList<>(texts);
            some.set(random.nextInt(size), some.get(random.nextInt(size)));
            assertThat(UniqueTexts.are(column(some))).isEqualTo(new HashSet<>(some).size() == size);
        }
    }

    @Test
    void blanksWouldHaveToBeLookedAt() {
        assertThat(UniqueTexts.are(column(List.of("a", "")))).isFalse();
        assertThat(UniqueTexts.are(column(List.of("a", " a")))).isFalse();
        assertThat(UniqueTexts.are(column(List.of("a", "b c")))).isTrue();
    }

    private static TextColumn column(List<String> texts) {
        return TextColumn.of(new Variable("USUBJID", "", Kind.TEXT, ""), texts);
    }
}
