package org.tabularium.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Names folded letter by letter are the oracle.
class FoldedTextTest {

    private static final String LETTERS = "abzABZ019-_~! \t\u007f\u00a0\u2003\u2010\u2212éÉİ";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void blanksAndKindsOfDashesAndCaseDoNotMatter(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder name = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                name.append(LETTERS.charAt(random.nextInt(random.nextBoolean() ? 11 : LETTERS.length())));
            }
            assertThat(ValueText.folded(name.toString())).isEqualTo(folded(name.toString()));
        }
    }

    private static String folded(String name) {
        StringBuilder folded = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            boolean blank = letter == ' ' || letter == '\t' || letter == '\u00a0' || letter == '\u2003';
            if (!blank) {
                folded.append(letter == '\u2010' || letter == '\u2212' ? '-' : letter);
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }
}
