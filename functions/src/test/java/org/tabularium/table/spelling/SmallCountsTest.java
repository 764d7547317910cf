package org.tabularium.table.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sentences of The Lancet, by hand.
class SmallCountsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1 subject has no treatment arm.|One subject has no treatment arm.",
        "7 of 8 subjects are shown.|Seven of eight subjects are shown.",
        "7 of 17 subjects are shown.|Seven of 17 subjects are shown.",
        "10 subjects have no time.|10 subjects have no time.",
        "1 mg versus placebo: no event.|1 mg versus placebo: no event.",
        "At 2 visits.|At 2 visits."})
    void smallCountThatBeginsASentenceIsAWord(String sentence, String printed) {
        assertThat(SmallCounts.begun(sentence, 10)).isEqualTo(printed);
    }

    @Test
    void otherStylesBeginWithTheNumeral() {
        assertThat(SmallCounts.begun("1 subject has no treatment arm.", 0)).isEqualTo("1 subject has no treatment arm.");
    }
}
