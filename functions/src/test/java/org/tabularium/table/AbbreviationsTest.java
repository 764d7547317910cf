package org.tabularium.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An abbreviation is spelled out where a text has it as a word of its own; numbers.md, "Display": in alphabetical order.
class AbbreviationsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Mean (SD)|SD = standard deviation.",
        "SD|SD = standard deviation.",
        "SDS and SD|SD = standard deviation.",
        "95% CI, SE|CI = confidence interval; SE = standard error.",
        "SLEDAI-2K|SLEDAI-2K = Systemic Lupus Erythematosus Disease Activity Index 2000.",
        "SLE-like|''",
        "non-SLE|''",
        "SD_1|''",
        "1SD|''",
        "aSD|''",
        "Q10|''",
        "sd|''"})
    void onlyWholeWordsAreSpelledOut(String text, String footnote) {
        assertThat(Abbreviations.footnote(List.of("first", text, "last"))).isEqualTo(footnote);
    }
}
