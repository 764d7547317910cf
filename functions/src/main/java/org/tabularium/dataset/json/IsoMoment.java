package org.tabularium.dataset.json;

import java.time.DateTimeException;
import java.time.LocalDate;

/// ISO 8601 dates, datetimes and times as the numbers SAS has for them.
///
/// Only what is complete is one: a partial date (`2025-08`) or a datetime without time has no number. An offset (`Z`, `+08:00`)
/// is passed over, since SAS's datetimes have
/// none: the clock's time at the site counts. Years outside of 1582 to 9999, SAS's range, have no number.
final class IsoMoment {

    private static final long SAS_EPOCH = LocalDate.of(1960, 1, 1).toEpochDay();
    private static final int SECONDS_A_DAY = 86_400;

    private IsoMoment() {}

    /// Days since 1960-01-01 of `2025-08-31`; NaN where the text is anything else.
    static double date(String text) {
        return text.length() == 10 ? days(text) : Double.NaN;
    }

    /// Seconds since 1960-01-01 of `2025-08-31T10:15`, with or without seconds, their fraction and an offset; NaN where the text
    /// is anything else.
    static double datetime(String text) {
        return text.length() > 11 && text.charAt(10) == 'T'
                ? days(text) * SECONDS_A_DAY + time(text.substring(11))
                : Double.NaN;
    }

    /// Seconds since midnight of `10:15`, with or without seconds, their fraction and an offset; NaN where the text is anything
    /// else.
    static double time(String text) {
        String clock = withoutOffset(text);
        int length = clock.length();
        if (length < 5 || clock.charAt(2) != ':' || (length > 5 && (length < 8 || clock.charAt(5) != ':'))) {
            return Double.NaN;
        }
        int hours = digits(clock, 0, 2);
        int minutes = digits(clock, 3, 5);
        int seconds = length == 5 ? 0 : digits(clock, 6, 8);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) {
            return Double.NaN;
        }
        return (hours * 60 + minutes) * 60 + seconds + (length > 8 ? fraction(clock) : 0);
    }

    /// What stands after the seconds, `.25` say.
    private static double fraction(String clock) {
        int length = clock.length();
        int digits = length <= 18 ? digits(clock, 9, length) : -1;
        return clock.charAt(8) == '.' && digits >= 0 ? Double.parseDouble("0" + clock.substring(8)) : Double.NaN;
    }

    private static String withoutOffset(String text) {
        int length = text.length();
        if (text.endsWith("Z")) {
            return text.substring(0, length - 1);
        }
        int sign = length - 6;
        boolean offset = sign >= 5 && (text.charAt(sign) == '+' || text.charAt(sign) == '-') && text.charAt(sign + 3) == ':'
                && digits(text, sign + 1, sign + 3) >= 0 && digits(text, sign + 4, length) >= 0;
        return offset ? text.substring(0, sign) : text;
    }

    private static double days(String text) {
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        if (year < 1582 || month < 1 || day < 1 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return Double.NaN;
        }
        try {
            return LocalDate.of(year, month, day).toEpochDay() - SAS_EPOCH;
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }

    /// The number that the digits are; -1 where one of them is none or there are none.
    private static int digits(String text, int from, int to) {
        int number = from == to ? -1 : 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
