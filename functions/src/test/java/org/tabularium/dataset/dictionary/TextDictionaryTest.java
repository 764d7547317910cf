package org.tabularium.dataset.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The oracle is a map of Strings.
class TextDictionaryTest {

    @Test
    void eachTextHasOneCodeHoweverItIsLookedUp() {
        Random random = new Random(7);
        Utf8Dictionary ofBytes = new Utf8Dictionary();
        CharDictionary ofCharacters = new CharDictionary();
        Map<String, Integer> expected = new LinkedHashMap<>();
        List<String> known = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            String text = known.isEmpty() || random.nextInt(4) == 0 ? text(random) : known.get(random.nextInt(known.size()));
            known.add(text);
            String padded = text + " ".repeat(random.nextInt(3));
            int code = expected.computeIfAbsent(text, added -> expected.size());
            byte[] bytes = padded.getBytes(StandardCharsets.UTF_8);
            // What stands around it must not matter.
            byte[] buffer = new byte[3 + bytes.length + Utf8Dictionary.SLACK];
            random.nextBytes(buffer);
            System.arraycopy(bytes, 0, buffer, 3, bytes.length);
            assertThat(ofBytes.code(buffer, 3, 3 + bytes.length)).as(text).isEqualTo(code);
            assertThat(ofCharacters.code(padded)).as(text).isEqualTo(code);
        }
        assertThat(ofBytes.values()).isEqualTo(List.copyOf(expected.keySet())).isEqualTo(ofCharacters.values());
        assertThat(expected.size()).isGreaterThan(10_000);
    }

    @Test
    void textsThatDifferInTheirLastByteOnlyAreTwo() {
        Utf8Dictionary dictionary = new Utf8Dictionary();
        for (int length = 1; length < 40; length++) {
            byte[] bytes = new byte[length + Utf8Dictionary.SLACK];
            Arrays.fill(bytes, (byte) 'a');
            int first = dictionary.code(bytes, 0, length);
            bytes[length - 1] = 'b';
            assertThat(dictionary.code(bytes, 0, length)).isNotEqualTo(first);
            bytes[length] = 'c';
            bytes[length - 1] = 'a';
            assertThat(dictionary.code(bytes, 0, length)).isEqualTo(first);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(random.nextInt(5) == 0 ? 50 : 12); i > 0; i--) {
            text.append("abAB01 -é患".charAt(random.nextInt(10)));
        }
        return text.toString().stripTrailing();
    }
}
