package org.tabularium.dataset.xlsx;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;

/// Numbers as Excel keeps and shows them: a date is a number with a format that shows one.
///
/// Days count from 1899-12-31 as day 1, or from 1904-01-01 as day 0 in workbooks that say so. The first system has a 29 February
/// 1900 (day 60), which
/// never was; such a day is refused, days before it are moved by one. Fractions are times of day, to the millisecond.
final class ExcelNumbers {

    /// What a number format shows.
    enum Shows {
        /// The number as it is, or rounded.
        NUMBER,
        /// Another number: of percents, thousands or millions.
        SCALED,
        DATE,
        /// A date whose day or year cannot be seen.
        PART_OF_DATE, TIME, ELAPSED;

        /// Whether it is a number for readers too.
        boolean isNumber() {
            return this == NUMBER || this == SCALED;
        }
    }

    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final int LEAP_DAY_1900 = 60;
    private static final double MILLISECONDS_A_DAY = 86_400_000;
    private static final int LAST_DAY = 2_958_465;
    /// Decimals of so many digits are different doubles.
    private static final int SAFE_DIGITS = 15;

    /// What is no part of the pattern: quoted text, escaped characters, conditions and colours in brackets (but not elapsed time,
    /// `[h]`).
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"?|[\\\\_*].|\\[(?![hmsHMS]+])[^]]*]");
    /// A percent, or commas behind all digits, each of which stands for thousands.
    private static final Pattern SCALING = Pattern.compile("%|[0#?],+(?![0#?,])");
    private static final Pattern ELAPSED = Pattern.compile("\\[[hms]+]");

    private ExcelNumbers() {}

    /// What one of Excel's own formats shows.
    static Shows builtIn(int id) {
        if (id == 9 || id == 10) {
            return Shows.SCALED;
        }
        if (id == 16 || id == 17) {
            return Shows.PART_OF_DATE;
        }
        if (id == 14 || id == 15 || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57
                || id == 58) {
            return Shows.DATE;
        }
        if (id == 46) {
            return Shows.ELAPSED;
        }
        return (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47 || id == 55 || id == 56
                ? Shows.TIME
                : Shows.NUMBER;
    }

    /// What a format shows, by its part for positive numbers.
    static Shows of(String format) {
        String pattern = LITERAL.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        int end = pattern.indexOf(';');
        pattern = (end < 0 ? pattern : pattern.substring(0, end)).replace("general", "").replace("am/pm", "").replace("a/p", "");
        if (ELAPSED.matcher(pattern).find()) {
            return Shows.ELAPSED;
        }
        boolean time = pattern.indexOf('h') >= 0 || pattern.indexOf('s') >= 0;
        boolean date = pattern.indexOf('y') >= 0 || pattern.indexOf('d') >= 0 || (!time && pattern.indexOf('m') >= 0);
        if (date) {
            boolean year = pattern.matches(".*[yeb].*");
            return year && pattern.indexOf('d') >= 0 ? Shows.DATE : Shows.PART_OF_DATE;
        }
        if (time) {
            return Shows.TIME;
        }
        return SCALING.matcher(pattern).find() ? Shows.SCALED : Shows.NUMBER;
    }

    /// How many digits a format shows at least, zeros in front: 5 for `00000`; 0 for any other format. Codes of sites and kits
    /// look so.
    static int zeros(String format) {
        return format.matches("0{2,20}") ? format.length() : 0;
    }

    /// A whole number of codes with its zeros in front.
    static String filled(double number, int digits) {
        String plain = plain(number);
        return plain.matches("[0-9]+") ? "0".repeat(Math.max(0, digits - plain.length())) + plain : plain;
    }

    /// Whether a number's text is what [#plain] makes of it: a plain decimal without zeros that say nothing, of so few digits
    /// that no shorter one, and no other one, is the same double.
    static boolean isShortest(String digits) {
        int start = digits.startsWith("-") ? 1 : 0;
        int point = digits.indexOf('.');
        int whole = point < 0 ? digits.length() : point;
        if (whole == start || digits.length() - start > SAFE_DIGITS || (digits.charAt(start) == '0' && whole > start + 1)) {
            return false;
        }
        for (int i = start; i < digits.length(); i++) {
            if (i != point && (digits.charAt(i) < '0' || digits.charAt(i) > '9')) {
                return false;
            }
        }
        return point < 0 ? !digits.equals("-0") : digits.charAt(digits.length() - 1) != '0' && point < digits.length() - 1;
    }

    /// A number as a plain decimal, as short as it can be told from its neighbours.
    static String plain(double number) {
        if (number == StrictMath.rint(number) && StrictMath.abs(number) < 1e15) {
            return Long.toString((long) number);
        }
        BigDecimal decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        return decimal.scale() > 30 || decimal.precision() - decimal.scale() > 30
                ? Double.toString(number)
                : decimal.toPlainString();
    }

    /// Days as hours and minutes, with seconds where there are any: `26:15`.
    private static String elapsed(double days) {
        if (!(days >= 0 && days <= LAST_DAY)) {
            throw new DateTimeException("out of range");
        }
        long milliseconds = StrictMath.round(days * MILLISECONDS_A_DAY);
        LocalTime within = LocalTime.ofNanoOfDay(milliseconds % 3_600_000 * 1_000_000);
        return String.format(Locale.ROOT, "%02d", milliseconds / 3_600_000) + within.toString().substring(2);
    }

    /// A date in ISO 8601, with the time of day where there is one: `2025-08-31`, `2025-08-31T10:15`. A time alone (`10:15`)
    /// where the format shows no date
    /// and the number has none.
    ///
    /// @throws DateTimeException for a number that is no date
    static String iso(double number, Shows shows, boolean from1904) {
        if (shows == Shows.ELAPSED) {
            return elapsed(number);
        }
        double whole = StrictMath.floor(number);
        // Also false for what is not finite.
        if (!(whole >= 0 && whole <= LAST_DAY)) {
            throw new DateTimeException("out of range");
        }
        long milliseconds = StrictMath.round((number - whole) * MILLISECONDS_A_DAY);
        int day = (int) whole;
        if (milliseconds == (long) MILLISECONDS_A_DAY) {
            milliseconds = 0;
            day++;
        }
        LocalTime time = LocalTime.ofNanoOfDay(milliseconds * 1_000_000);
        if (shows == Shows.TIME && day == 0) {
            return time.toString();
        }
        if (!from1904 && (day == 0 || day == LEAP_DAY_1900)) {
            throw new DateTimeException("no such day");
        }
        LocalDate date = from1904 ? EPOCH_1904.plusDays(day) : since1900(day);
        return milliseconds == 0 ? date.toString() : date.atTime(time).toString();
    }

    /// The days of 1900, of which Excel counts one in February that never was.
    private static LocalDate since1900(int day) {
        return EPOCH_1900.plusDays(day < LEAP_DAY_1900 ? day + 1L : day);
    }
}
