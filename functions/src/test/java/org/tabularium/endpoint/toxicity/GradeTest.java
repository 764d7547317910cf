package org.tabularium.endpoint.toxicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.Missing;
import org.tabularium.dataset.NumericColumn;
import org.tabularium.dataset.TextColumn;
import org.tabularium.dataset.Variable;

@Shows(Requirement.ENDPOINTS_RIGHT)
class GradeTest {

    @ParameterizedTest
    @CsvSource({
        "3,3",
        "3.0,3",
        "' 3 ',3",
        "Grade 3,3",
        "GRADE 3,3",
        "Grade3,3",
        "G3,3",
        "gr. 3,3",
        "III,3",
        "iii,3",
        "Grade III,3",
        "I,1",
        "II,2",
        "IV,4",
        "Grade IV,4",
        "V,5",
        "0,0",
        "Grade 0,0",
        "5,5"
    })
    void gradesAreReadInEveryWayTheyAreWritten(String text, int grade) {
        assertThat(Grade.parse(text)).hasValue(grade);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "6", "-1", "2.5", "2-3", "3/4", "IIII", "VI", "VIII", "IX", "Grade", "SEVERE", "NA", "33",
        "3a", "٣"})
    void whatIsNoGradeIsEmpty(String text) {
        assertThat(Grade.parse(text)).isEmpty();
    }

    @Test
    void onlyTheIntegersFromZeroToFiveAreGrades() {
        assertThat(Grade.parse(3.0)).hasValue(3);
        assertThat(Grade.parse(0.0)).hasValue(0);
        assertThat(Grade.parse(5.0)).hasValue(5);
        assertThat(List.of(-1.0, 0.5, 5.5, 6.0, Double.POSITIVE_INFINITY, Missing.DOT, Missing.of('A')))
                .allMatch(number -> Grade.parse(number).isEmpty());
    }

    @Test
    void aColumnGivesTheGradeOfEachRow() {
        TextColumn text = new TextColumn(new Variable("ATOXGR", "", Kind.TEXT, ""), new int[]{1, 0, 2, 1, 3},
                List.of("", "Grade 2", "IV", "7"));
        assertThat(Grade.of(text)).containsExactly(2, -1, 4, 2, -1);
        NumericColumn number = new NumericColumn(new Variable("ATOXGRN", "", Kind.NUMERIC, ""),
                new double[]{1, Missing.DOT, 0, 6});
        assertThat(Grade.of(number)).containsExactly(1, -1, 0, -1);
    }

    @Test
    void romanNumeralsGoFromOneToFive() {
        assertThat(List.of(1, 2, 3, 4, 5)).extracting(Grade::roman).containsExactly("I", "II", "III", "IV", "V");
        assertThatThrownBy(() -> Grade.roman(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Grade.roman(6)).isInstanceOf(IllegalArgumentException.class);
    }
}
