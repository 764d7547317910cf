package org.tabularium.dataset.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The oracle is a list of Strings.
class DistinctTextsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4_096, 4_097, 4_112, 20_000})
    void textsAreWhatTheyWere(int size) {
        Random random = new Random(size);
        List<String> expected = new ArrayList<>();
        DistinctTexts texts = new DistinctTexts();
        for (int i = 0; i < size; i++) {
            String text = random.nextInt(50) == 0 ? "é".repeat(random.nextInt(256)) : String.format(Locale.ROOT, "S-%06d", i);
            expected.add(text);
            texts.add(text);
        }
        assertThat(List.copyOf(texts)).isEqualTo(expected);
        assertThat(texts.stream().toList()).isEqualTo(expected);
        for (int i = 0; i < size; i += 1 + random.nextInt(7)) {
            assertThat(texts.get(i)).isEqualTo(expected.get(i));
        }
        assertThatThrownBy(() -> texts.get(size)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    /// Texts that are no bytes in Latin-1, or long, among many.
    @ParameterizedTest
    @ValueSource(strings = {"受试者", "\ud800", "Ā"})
    void othersAreHeldToo(String other) {
        for (int at : List.of(0, 4_095, 4_096, 9_000)) {
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                expected.add(i == at ? other.repeat(1 + at % 300) : "S" + i);
            }
            assertThat(List.copyOf(DistinctTexts.of(expected))).isEqualTo(expected);
        }
        List<String> longOnes = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            longOnes.add("x".repeat(250 + i % 10) + i);
        }
        assertThat(List.copyOf(DistinctTexts.of(longOnes))).isEqualTo(longOnes);
    }
}
