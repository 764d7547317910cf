package org.tabularium.table.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Labels of parameters as a journal prints them.
class TitleCaseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Alanine Aminotransferase (U/L)|Alanine aminotransferase (U/L)",
        "QRS Duration (msec)|QRS duration (msec)", "QTcF Interval (msec)|QTcF interval (msec)",
        "SRI-4 Response|SRI-4 response", "CD19+ B Cells (cells/µL)|CD19+ B cells (cells/µL)",
        "Immunoglobulin G (g/L)|Immunoglobulin G (g/L)", "Duration (Days)|Duration (days)",
        "Action Taken with Study Treatment|Action taken with study treatment",
        "Analysis Start Relative Day|Analysis start relative day", "Grade at Study Day 7|Grade at study Day 7",
        "Adas-Cog(11) Subscore|Adas-Cog(11) subscore",
        "Antibodies against Smith|Antibodies against Smith", "anti-Smith antibody|anti-Smith antibody"})
    void labelWhoseWordsBeginLargeIsASentence(String label, String printed) {
        assertThat(TitleCase.label(label)).isEqualTo(printed);
    }

    @Test
    void labelWithinATitleBeginsSmallUnlessItIsAName() {
        assertThat(TitleCase.label("Time to Relapse (Weeks)", false)).isEqualTo("time to relapse (weeks)");
        assertThat(TitleCase.label("SLEDAI-2K Total Score", false)).isEqualTo("SLEDAI-2K total score");
        assertThat(TitleCase.label("Antibodies against Smith", false)).isEqualTo("Antibodies against Smith");
    }

    @Test
    void labelWithinASentenceBeginsSmallUnlessItIsANameOrAnAbbreviation() {
        assertThat(TitleCase.begunSmall("Alanine aminotransferase (U/L)")).isEqualTo("alanine aminotransferase (U/L)");
        assertThat(TitleCase.begunSmall("SLEDAI-2K total score")).isEqualTo("SLEDAI-2K total score");
        assertThat(TitleCase.begunSmall("Hy's law")).isEqualTo("Hy's law");
    }
}
