package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// SAS's own words for its formats; 23984 is 2025-08-31 (Python's datetime).
class MomentTest {

    @ParameterizedTest
    @CsvSource({"DATE9.,DATE", "date9,DATE", "YYMMDD10,DATE", "YYMMD7.,DATE", "MONYY7.,DATE", "YYMMN6.,DATE", "NLDATEMD.,DATE",
        "DATETIME20.,DATETIME", "DTDATE9.,DATETIME", "E8601DZ.,DATETIME", "NLDATMW.,DATETIME", "TIME5.,TIME", "TIME8,TIME",
        "TOD8.2,TIME", "HHMM5.,TIME", "E8601TM15.6,TIME"})
    void aFormatSaysWhatANumberStandsFor(String format, Moment expected) {
        assertThat(Moment.of(new Variable("X", "", Kind.NUMERIC, format))).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"BEST12.", "8.2", "COMMA10.", "DATEX.", "$20.", "TIMES."})
    void anyOtherFormatIsOfPlainNumbers(String format) {
        assertThat(Moment.of(new Variable("X", "", Kind.NUMERIC, format))).isEmpty();
    }

    @Test
    void centresAreRoundedAndSpreadsAreTimes() {
        assertThat(Moment.DATE.centre(23_984.5)).isEqualTo("2025-09-01");
        assertThat(Moment.DATETIME.centre(23_984 * 86_400.0 + 59.6)).isEqualTo("2025-08-31T00:01");
        assertThat(Moment.TIME.centre(36_600.4)).isEqualTo("10:10");
        assertThat(Moment.TIME.text(93_930)).isEqualTo("26:05:30");
        assertThat(Moment.TIME.text(Missing.DOT)).isEmpty();
        assertThat(Moment.TIME.between(3_661.2)).contains("01:01:01");
        assertThat(Moment.DATE.between(2)).isEmpty();
    }
}
