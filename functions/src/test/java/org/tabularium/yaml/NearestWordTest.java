package org.tabularium.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestWordTest {

    /// Edits counted by hand: a letter left out, added, exchanged, two swapped; nothing beyond two, nor beyond half the word.
    @ParameterizedTest
    @CsvSource({
        "cutof, cutoff", "cutofff, cutoff", "cutaff, cutoff", "ctuoff, cutoff", "ctufof, cutoff", "CUTOFF, cutoff",
        "ctuof, cutoff",
        "off,", "x,", "as, as", "az, as", "ba,", "stile, style", "sytle, style", "quantil, quantile", "colour,", "lables, labels"
    })
    void nearestKeyIsFound(String written, String nearest) {
        assertThat(NearestWord.of(written, List.of("cutoff", "style", "as", "quantile", "tables", "labels")).orElse(null))
                .isEqualTo(nearest);
    }
}
