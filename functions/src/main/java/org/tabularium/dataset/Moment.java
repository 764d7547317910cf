package org.tabularium.dataset;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a number of SAS stands for where its format, or the name of its variable, says that it is a date or a time.
///
/// Dates are days since 1960-01-01, datetimes seconds since then, times seconds. The format says which (`DATE9.`, `DATETIME20.`,
/// `TIME5.`); a number without such a format goes by its name: …DTM is a datetime, …DT a date.
public enum Moment {
    DATE, DATETIME, TIME;

    private static final Set<String> DATE_FORMATS = Set.of("DATE", "DAY", "DOWNAME", "E8601DA", "B8601DA", "IS8601DA", "ND8601DA",
            "WORDDATE", "WORDDATX", "WEEKDATE", "WEEKDATX", "WEEKDAY", "WEEKU", "WEEKV", "WEEKW", "JULIAN", "JULDAY", "PDJULG",
            "PDJULI", "MONYY", "MONNAME", "MONTH", "QTR", "QTRR", "YEAR", "HDATE", "HEBDATE", "MINGUO", "NENGO");
    private static final Set<String> DATETIME_FORMATS = Set.of("DATETIME", "DATEAMPM", "MDYAMPM", "YMDDTTM", "DTDATE", "DTMONYY",
            "DTWKDATX", "DTYEAR", "DTYYQC");
    private static final Set<String> TIME_FORMATS = Set.of("TIME", "TIMEAMPM", "TOD", "HHMM", "HOUR", "MMSS");

    /// Formats of a family: the order of day, month and year with a letter for what stands between, and those of a language.
    private static final Pattern DATES = Pattern
            .compile(
                    "(?:DDMMYY|MMDDYY|YYMMDD|MMYY|YYMM|YYQ|YYQR)[BCDNPS]?|NLDATE\\w*|EUR\\w*DF(?:DE|DN|MY|WDX|WKX|DWN|MN|DD)|YYWEEK\\w");
    private static final Pattern DATETIMES = Pattern.compile("(?:E8601|B8601|IS8601)(?:DT|DN|DX|DZ|LX)|NLDATM\\w*|EUR\\w*DFDT");
    private static final Pattern TIMES = Pattern.compile("(?:E8601|B8601|IS8601)(?:TM|TX|TZ|LZ)|NLTIM\\w*");
    private static final Pattern WIDTH = Pattern.compile("[0-9]*(?:\\.[0-9]*)?$");

    private static final int SAS_EPOCH = Math.toIntExact(LocalDate.of(1960, 1, 1).toEpochDay());
    private static final double FIRST = LocalDate.of(1582, 1, 1).toEpochDay() - (double) SAS_EPOCH;
    private static final double BEHIND_LAST = LocalDate.of(10_000, 1, 1).toEpochDay() - (double) SAS_EPOCH;
    private static final int SECONDS_A_DAY = 86_400;

    /// What the numbers of a variable stand for; empty where they are plain numbers.
    public static Optional<Moment> of(Variable variable) {
        String format = WIDTH.matcher(variable.format().strip().toUpperCase(Locale.ROOT)).replaceAll("");
        if (DATETIME_FORMATS.contains(format) || DATETIMES.matcher(format).matches()) {
            return Optional.of(DATETIME);
        }
        if (DATE_FORMATS.contains(format) || DATES.matcher(format).matches()) {
            return Optional.of(DATE);
        }
        if (TIME_FORMATS.contains(format) || TIMES.matcher(format).matches()) {
            return Optional.of(TIME);
        }
        if (variable.name().endsWith("DTM")) {
            return Optional.of(DATETIME);
        }
        return variable.name().endsWith("DT") ? Optional.of(DATE) : Optional.empty();
    }

    /// The day of a number, in days since 1970-01-01; empty for a time, a missing value and what lies outside of the years
    /// 1582 to 9999.
    int epochDay(double value) {
        double days = this == DATETIME ? StrictMath.floor(value / SECONDS_A_DAY) : value;
        // NaN fails both comparisons.
        return this == TIME || !(days >= FIRST && days < BEHIND_LAST)
                ? DatasetDates.ABSENT
                : (int) StrictMath.floor(days) + SAS_EPOCH;
    }

    /// A number as what it stands for: `2025-08-31`, `2025-08-31T10:15` (seconds only where there are any), `10:15`; hours of a
    /// time may be more than 24, as SAS's own TIME has them. Empty where it is missing or no date.
    public String text(double value) {
        if (this == TIME) {
            return Double.isFinite(value) ? clock(value) : "";
        }
        int day = epochDay(value);
        if (day == DatasetDates.ABSENT) {
            return "";
        }
        LocalDate date = LocalDate.ofEpochDay(day);
        return this == DATE
                ? date.toString()
                : LocalDateTime.of(date, LocalTime.ofSecondOfDay(
                        (long) StrictMath.floor(value) - (day - SAS_EPOCH) * (long) SECONDS_A_DAY)).toString();
    }

    /// A mean or quantile of such numbers: to the nearest day or second.
    public String centre(double value) {
        return text(StrictMath.floor(value + 0.5));
    }

    /// How far two such numbers lie apart, in hours and minutes to the nearest second.
    ///
    /// @return empty for dates, of which it is a number of days
    public Optional<String> between(double seconds) {
        return this == DATE ? Optional.empty() : Optional.of(clock(StrictMath.floor(seconds + 0.5)));
    }

    /// Seconds as hours and minutes, with seconds where there are any: `10:10`, `23:59:59`.
    private static String clock(double seconds) {
        long milliseconds = StrictMath.round(StrictMath.abs(seconds) * 1_000);
        long whole = milliseconds / 1_000;
        StringBuilder text = new StringBuilder(seconds < 0 ? "-" : "")
                .append(String.format(Locale.ROOT, "%02d:%02d", whole / 3_600, whole / 60 % 60));
        if (milliseconds % 60_000 != 0) {
            text.append(String.format(Locale.ROOT, ":%02d", whole % 60));
        }
        if (milliseconds % 1_000 != 0) {
            text.append(String.format(Locale.ROOT, ".%03d", milliseconds % 1_000));
        }
        return text.toString();
    }
}
