package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetDatesTest {

    // SAS day 0 is 1960-01-01. 1970-01-01 is day 3653 (ten years with the leap days of 1960, 1964, 1968); 2025-08-31 is day 3653
    // + 20331 of the epoch.
    private static final double AUGUST_31 = 23_984;

    @ParameterizedTest
    @ValueSource(strings = {"DATE9.", "DATE.", "YYMMDD10.", "E8601DA.", "E8601DA10.", "MMDDYY10.", "DDMMYY10.", "DDMMYYS10.",
        "IS8601DA10."})
    void aNumberWithADateFormatIsDaysSince1960(String format) {
        DatasetDates dates = DatasetDates.of(numbers("ANYNAME", format, 0, AUGUST_31, -1, Missing.DOT));
        assertThat(dates.date(0)).contains(LocalDate.of(1960, 1, 1));
        assertThat(dates.date(1)).contains(LocalDate.of(2025, 8, 31));
        assertThat(dates.text(1)).isEqualTo("2025-08-31");
        assertThat(dates.date(2)).contains(LocalDate.of(1959, 12, 31));
        assertThat(dates.epochDay(3)).isEqualTo(DatasetDates.ABSENT);
        assertThat(dates.text(3)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATETIME20.", "E8601DT.", "DATETIME.", "E8601DT19."})
    void aNumberWithADatetimeFormatIsSecondsSince1960(String format) {
        DatasetDates dates = DatasetDates
                .of(numbers("ANYDT", format, AUGUST_31 * 86_400 + 10 * 3_600 + 15 * 60, -1, 86_399.999_999_999, 86_400));
        assertThat(dates.date(0)).contains(LocalDate.of(2025, 8, 31));
        assertThat(dates.text(0)).isEqualTo("2025-08-31T10:15");
        assertThat(dates.text(1)).isEqualTo("1959-12-31T23:59:59");
        assertThat(dates.text(2)).isEqualTo("1960-01-01T23:59:59");
        assertThat(dates.text(3)).isEqualTo("1960-01-02T00:00");
    }

    @Test
    void withoutAFormatTheNameDecides() {
        assertThat(DatasetDates.of(numbers("TRTSDT", "", AUGUST_31)).date(0)).contains(LocalDate.of(2025, 8, 31));
        assertThat(DatasetDates.of(numbers("TRTSDT", "BEST12.", AUGUST_31)).date(0)).contains(LocalDate.of(2025, 8, 31));
        assertThat(DatasetDates.of(numbers("TRTSDTM", "", AUGUST_31 * 86_400)).date(0)).contains(LocalDate.of(2025, 8, 31));
        DatasetDates age = DatasetDates.of(numbers("AGE", "", 40));
        assertThat(age.holdsDates()).isFalse();
        assertThat(age.date(0)).isEmpty();
        assertThat(age.text(0)).isEmpty();
    }

    @Test
    void aNumberOutsideOfSasDatesIsNoDate() {
        // 20250831 is a date written as digits, not a count of days; -138061 is 1582-01-01, the first SAS date, and 2936549 is
        // 9999-12-31, the last here
        // (both from Python's datetime).
        DatasetDates dates = DatasetDates.of(numbers("TRTSDT", "", 20_250_831, -138_062, -138_061, 2_936_549, 2_936_550));
        assertThat(dates.date(0)).isEmpty();
        assertThat(dates.date(1)).isEmpty();
        assertThat(dates.date(2)).contains(LocalDate.of(1582, 1, 1));
        assertThat(dates.date(3)).contains(LocalDate.of(9999, 12, 31));
        assertThat(dates.date(4)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2025-08-31, 2025-08-31, 2025-08-31", "2025-08-31T10:15, 2025-08-31, 2025-08-31T10:15",
        "2025-08-31 10:15:30, 2025-08-31, 2025-08-31 10:15:30",
        "2025-08-31T10:15:30.5Z, 2025-08-31, 2025-08-31T10:15:30.5Z",
        "2025-08-31T10:15+02:00, 2025-08-31, 2025-08-31T10:15+02:00",
        "31AUG2025, 2025-08-31, 2025-08-31", "31aug2025, 2025-08-31, 2025-08-31", "29FEB2024, 2024-02-29, 2024-02-29",
        "29FEB2025, , 29FEB2025",
        "2025-08, , 2025-08", "2025, , 2025", "2025-02-30, , 2025-02-30", "2025-13-01, , 2025-13-01", "31/08/2025, , 31/08/2025",
        "--, , --",
        "31XYZ2025, , 31XYZ2025", "31UGS2025, , 31UGS2025"})
    void textIsReadAsIsoOrAsSasPrintsIt(String text, String date, String display) {
        DatasetDates dates = DatasetDates.of(new TextColumn(new Variable("X", "", Kind.TEXT, ""), new int[]{0}, List.of(text)));
        assertThat(dates.date(0)).isEqualTo(Optional.ofNullable(date).map(LocalDate::parse));
        assertThat(dates.text(0)).isEqualTo(display);
    }

    private static NumericColumn numbers(String name, String format, double... values) {
        return new NumericColumn(new Variable(name, "", Kind.NUMERIC, format), values);
    }
}
