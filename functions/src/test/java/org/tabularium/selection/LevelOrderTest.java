package org.tabularium.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.Variable;
import org.tabularium.study.define.CodeList;

/// The order of levels: expected orders are those of the clinic, written down by hand.
class LevelOrderTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "I;II;III;III + V;IV;IV+V;V;VI",
        "Grade 1;Grade 2;Grade 3;Grade 5",
        "MILD;MODERATE;SEVERE",
        "<18;18-64;65-80;>80",
        "Placebo;0.5 mg;5 mg;10 mg;1,200 mg",
        "Cohort 1;Cohort 2;Cohort 10;Dose 1", "apple;Banana;cherry"})
    void levelsComeInTheirOrderWhateverTheOrderOfTheRows(String expected) {
        List<String> levels = List.of(expected.split(";"));
        for (int seed = 0; seed < 20; seed++) {
            List<String> shuffled = new ArrayList<>(levels);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.sort(LevelOrder.natural());
            assertThat(shuffled).isEqualTo(levels);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "4.5*10^9|4.5e9", "4.5 x 10^9 cells|4.5e9", "2×10⁶/kg|2e6", "1x10e6|1e6", "10^8|1e8", "3E7|3e7", "1,200 mg|1200",
        "0.67|0.67",
        "1 x 10 mg|1", "Placebo|-1"})
    void theNumberInFront(String level, double number) {
        assertThat(LevelOrder.leadingNumber(level)).isEqualTo(number);
    }

    @Test
    void agesBelowAndAboveALimitLieOnItsSides() {
        assertThat(LevelOrder.leadingNumber("<65")).isLessThan(65);
        assertThat(LevelOrder.leadingNumber(">=65")).isGreaterThan(65);
    }

    /// One word of a clinical list does not put a level in front of others that have nothing to do with it; an unknown grade of
    /// severity comes last.
    @ParameterizedTest
    @ValueSource(strings = {"As planned;Omitted;Ongoing;Stopped", "MILD;SEVERE;Not known", "Y;Unknown", "COMPLETED;ONGOING;Died"})
    void aClinicalListHoldsWhereTheLevelsAreOfIt(String expected) {
        List<String> levels = List.of(expected.split(";"));
        List<String> rows = new ArrayList<>(levels.reversed());
        TextColumn column = TextColumn.of(new Variable("LEVEL", "", Kind.TEXT, ""), rows);
        rows.sort(LevelOrder.of(column, Optional.empty(), CodeList.NONE));
        assertThat(rows).isEqualTo(levels);
    }
}
