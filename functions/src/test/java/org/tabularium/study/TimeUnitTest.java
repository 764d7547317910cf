package org.tabularium.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.study.TimeUnit.Written;

/// Labels as studies have them.
class TimeUnitTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Time to First Dermatologic Event (DAYS) | DAYS | days",
        "Overall Survival (Months) | MONTHS | months",
        "Overall Survival (OS, Months) | MONTHS | months",
        "Progression-free Survival (PFS) (weeks) | WEEKS | weeks",
        "Overall Survival (Months), IRC | MONTHS | months",
        "Duration of Response [mo] | MONTHS | mo",
        "Time to Relapse, Days | DAYS | days",
        "Time to Relapse in weeks | WEEKS | weeks",
        "Follow-up (in years) | YEARS | years",
    })
    void labelSaysTheUnitInBracketsOrAtItsEnd(String label, TimeUnit unit, String written) {
        assertThat(TimeUnit.ofLabel(label)).contains(new Written(unit, written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30-Day Survival", "Months to Relapse", "Progression-free Survival (PFS)", "Time to Event", "",
        "Survival, Part (D)", "Time to Relapse (CRS > 30 days)"})
    void otherWordsOfTimeAreNoUnit(String label) {
        assertThat(TimeUnit.ofLabel(label)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DAYS,DAYS", "Day(s),DAYS", "wk,WEEKS", " Months ,MONTHS", "yr,YEARS"})
    void wordsAreKnownInTheirSpellings(String word, TimeUnit unit) {
        assertThat(TimeUnit.named(word)).contains(unit);
    }
}
