package org.tabularium.endpoint.toxicity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Expected: CDISC's code lists ACN and OUT, read by hand.
class EventTermsTest {

    @ParameterizedTest
    @CsvSource({"AEACN, Permanently discontinued, DRUG WITHDRAWN", "AEACN, Drug-Discontinued, DRUG WITHDRAWN",
        "AEACN, Dose Interrupted, DRUG INTERRUPTED", "AEACN, DOSE_REDUCED, DOSE REDUCED", "AEACN, 永久停药, DRUG WITHDRAWN",
        "AEOUT, Death, FATAL", "AEOUT, fatal, FATAL", "AEOUT, 死亡, FATAL"})
    void otherWordsMeanTheTermsThatAreCounted(String variable, String word, String term) {
        assertThat(EventTerms.counted(variable, word)).contains(term);
        assertThat(EventTerms.counted("AESEV", word)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOSE NOT CHANGED", "Dose increased", "NOT APPLICABLE", "unknown", "None", "剂量不变"})
    void actionsThatAreNotCountedAreKnown(String word) {
        assertThat(EventTerms.counted("AEACN", word)).isEmpty();
        assertThat(EventTerms.isKnown("AEACN", word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RECOVERED/RESOLVED", "Not recovered", "Resolved with sequelae", "Ongoing", "UNKNOWN", "痊愈"})
    void outcomesThatAreNotFatalAreKnown(String word) {
        assertThat(EventTerms.counted("AEOUT", word)).isEmpty();
        assertThat(EventTerms.isKnown("AEOUT", word)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"AEACN, Dose delayed", "AEACN, Multiple", "AEOUT, Hospice"})
    void anyOtherWordIsNotKnown(String variable, String word) {
        assertThat(EventTerms.isKnown(variable, word)).isFalse();
    }
}
