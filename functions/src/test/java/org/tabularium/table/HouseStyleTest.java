package org.tabularium.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.table.number.IntervalStyle;
import org.tabularium.table.number.NumberStyle;
import org.tabularium.table.number.PValueStyle;
import org.tabularium.yaml.YamlReader;
import org.tabularium.yaml.YamlSchema;

class HouseStyleTest {

    @ParameterizedTest
    @ValueSource(strings = {"regulatory", "abstract", "lancet"})
    void styleSatisfiesItsSchema(String id) {
        assertThat(YamlSchema.ofResource("templates/schema/style.schema.json")
                .check(YamlReader.resource("templates/styles/" + id + ".yaml"))).isEmpty();
    }

    /// mid-dots, no decimals of percentages below 100 subjects, median and quartiles in one cell, "Table 1" on, "p<0·0001".
    @Test
    void lancetIsAsTheLancetPrints() {
        HouseStyle lancet = HouseStyle.named("lancet");
        assertThat(lancet.numbers())
                .isEqualTo(new NumberStyle('·', 1, true, true, PValueStyle.TWO_FIGURES, IntervalStyle.DASH, true, true));
        assertThat(lancet.numbering()).isEqualTo(HouseStyle.Numbering.SEQUENTIAL);
        assertThat(lancet.continuous()).isEqualTo(List.of("median-q1-q3"));
        assertThat(lancet.yesOnly()).isTrue();
    }

    /// one decimal of percentages, p-values with four; the header's "(N=86)".
    @Test
    void regulatoryIsTheDefaultOfTheContract() {
        HouseStyle regulatory = HouseStyle.named("regulatory");
        assertThat(regulatory.numbers())
                .isEqualTo(new NumberStyle('.', 1, false, false, PValueStyle.FOUR_DECIMALS, IntervalStyle.COMMA, true, false));
        assertThat(regulatory.columnTotal()).isEqualTo("(N={N})");
        assertThat(regulatory.numbering()).isEqualTo(HouseStyle.Numbering.SHELL);
        assertThat(regulatory.ownFootnotes()).isTrue();
    }

    /// no footnotes of ours, no decimals of percentages.
    @Test
    void abstractHasNothingOfOurs() {
        HouseStyle style = HouseStyle.named("abstract");
        assertThat(style.ownFootnotes()).isFalse();
        assertThat(style.numbers().percentDecimals()).isZero();
    }
}
