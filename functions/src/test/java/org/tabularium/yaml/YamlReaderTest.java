package org.tabularium.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.finding.RejectedException;

class YamlReaderTest {

    private static YamlMap read(String text) throws RejectedException {
        return YamlReader.read("study.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    /// What a reader of clinical data expects of words that other YAML readers take for something else.
    @ParameterizedTest
    @CsvSource({
        "Y, STRING, Y", "N, STRING, N", "NO, STRING, NO", "yes, STRING, yes", "on, STRING, on",
        "2025-08-31, STRING, 2025-08-31", "001, STRING, 001", "1e3, STRING, 1e3", "0x1F, STRING, 0x1F", "1_000, STRING, 1_000",
        "12:30, STRING, 12:30", "3+3, STRING, 3+3", "1*10^9, STRING, 1*10^9", "14.3.1.2, STRING, 14.3.1.2", ".5, STRING, .5",
        "12345678901234567890, STRING, 12345678901234567890", ".inf, STRING, .inf",
        "27, NUMBER, 27", "-3, NUMBER, -3", "0.5, NUMBER, 0.5", "5.0, NUMBER, 5.0", "14.10, NUMBER, 14.10",
        "true, BOOLEAN, true", "false, BOOLEAN, false", "null, NULL, null", "~, NULL, null"
    })
    void plainWordKeepsItsMeaning(String written, String type, String text) throws RejectedException {
        JsonNode value = read("key: " + written).get("key");
        assertThat(value.getNodeType()).hasToString(type);
        assertThat(value.asText()).isEqualTo(text);
        JsonNode quoted = read("key: '" + written + "'").get("key");
        assertThat(quoted.isTextual()).isTrue();
        assertThat(quoted.asText()).isEqualTo(written);
    }

    @Test
    void everyPlaceHasItsLine() throws RejectedException {
        YamlMap map = read("""
                # settings
                study: KN5601
                tables:
                  - baseline
                  - change: {as: x,
                             a/b~c: 1}
                """);
        assertThat(map.line()).isEqualTo(2);
        assertThat(map.lineOf("/tables")).isEqualTo(3);
        assertThat(map.lineOf("/tables/1")).isEqualTo(5);
        assertThat(map.lineOf("/tables/1/change/a~1b~0c")).isEqualTo(6);
        assertThat(map.lineOf("/tables/1/change/unknown/deeper")).isEqualTo(5);
        YamlMap change = map.at("/tables/1/change");
        assertThat(change.line()).isEqualTo(5);
        assertThat(change.lineOf("/a~1b~0c")).isEqualTo(6);
        assertThat(change.get("as").asText()).isEqualTo("x");
        assertThat(map.at("/tables/0").node().isEmpty()).isTrue();
        assertThat(map.at("/tables/0").line()).isEqualTo(4);
    }

    @Test
    void byteOrderMarkAndOtherScriptsAreRead() throws RejectedException {
        YamlMap map = read("\uFEFFtitle: 狼疮 CAR-NK, β ≥ 0·5 😀\nstudy: x\n");
        assertThat(map.get("title").asText()).isEqualTo("狼疮 CAR-NK, β ≥ 0·5 😀");
        assertThat(map.lineOf("/study")).isEqualTo(2);
    }

    @Test
    void windowsLineEndsCountOnce() throws RejectedException {
        assertThat(read("a: 1\r\nb: 2\r\n").lineOf("/b")).isEqualTo(2);
    }

    @Test
    void emptyDocumentIsAMapWithoutKeys() throws RejectedException {
        assertThat(read("").node().isEmpty()).isTrue();
        assertThat(read("# nothing\n").node().isEmpty()).isTrue();
        assertThat(read("---\n").node().isEmpty()).isTrue();
    }

    @Test
    void documentOfOneMegabyteIsReadAndALargerOneIsNot() throws RejectedException {
        String key = "a: ";
        String largest = key + "x".repeat(YamlReader.LARGEST - key.length());
        assertThat(read(largest).get("a").asText()).hasSize(YamlReader.LARGEST - key.length());
        assertThatThrownBy(() -> read(largest + "x"))
                .hasMessage("error study.yaml line 1: is larger than 1 MB [YAML_MALFORMED]");
    }

    @Test
    void nestingBeyond32LevelsIsRefused() throws RejectedException {
        // The map itself is level 1, each list one more, the number the last.
        assertThat(read("a: " + "[".repeat(30) + 1 + "]".repeat(30)).get("a").isArray()).isTrue();
        assertThatThrownBy(() -> read("a: " + "[".repeat(31) + 1 + "]".repeat(31)))
                .hasMessage("error study.yaml line 1: is nested more than 32 levels deep [YAML_MALFORMED]");
        assertThatThrownBy(() -> read("a: " + "[".repeat(500_000))).hasMessageContaining("32 levels");
    }
}
