package org.tabularium.dataset;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A column seen as dates, or as times of day.
///
/// Numbers are SAS dates (days since 1960-01-01) or SAS datetimes (seconds since then). The format says which (`DATE9.`,
/// `DATETIME20.`); a column
/// without a date format goes by its name: …DTM are datetimes, …DT dates, anything else holds no dates ([Moment]). Text is
/// ISO 8601
/// (`2025-08-31`,
/// `2025-08-31T10:15`, also with a blank for the T) or, as SAS prints it, `31AUG2025`. A partial date (`2025-08`) is no date but
/// has a text. Dates outside of the years 1582 to
/// 9999, SAS's range, are absent: such a number is something else.
public final class DatasetDates {

    /// The epoch day of a row that has no complete date.
    public static final int ABSENT = Integer.MIN_VALUE;

    private static final int FIRST = Math.toIntExact(LocalDate.of(1582, 1, 1).toEpochDay());
    private static final int LAST = Math.toIntExact(LocalDate.of(9999, 12, 31).toEpochDay());

    private static final Pattern ISO = Pattern
            .compile(
                    "(\\d{4})-(\\d{2})-(\\d{2})(?:[T ]\\d{2}(?::\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?");
    private static final Pattern SAS_TEXT = Pattern.compile("(\\d{2})([A-Z]{3})(\\d{4})");
    private static final String MONTHS = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";

    private final Column column;
    /// What numbers stand for; empty for text and for plain numbers.
    private final Optional<Moment> moment;
    /// The epoch day of each entry of a text column's dictionary.
    private final int[] dayOfCode;

    private DatasetDates(Column column, Optional<Moment> moment, int[] dayOfCode) {
        this.column = column;
        this.moment = moment;
        this.dayOfCode = dayOfCode;
    }

    /// The dates of a column, of whatever kind.
    public static DatasetDates of(Column column) {
        return switch (column) {
            case NumericColumn numbers -> new DatasetDates(numbers, Moment.of(numbers.variable()), new int[0]);
            case TextColumn texts ->
                new DatasetDates(texts, Optional.empty(), texts.dictionary().stream().mapToInt(DatasetDates::day).toArray());
        };
    }

    /// Whether the column can hold dates at all: text can, numbers need a date format or a name that says so.
    public boolean holdsDates() {
        return column instanceof TextColumn || moment.filter(m -> m != Moment.TIME).isPresent();
    }

    /// Whether the column's values are shown as dates, datetimes or times: [#text] says how.
    public boolean holdsMoments() {
        return column instanceof TextColumn || moment.isPresent();
    }

    /// Days since 1970-01-01 of the row's complete date, of a datetime its day; [#ABSENT] where there is none.
    public int epochDay(int row) {
        return switch (column) {
            case TextColumn texts -> dayOfCode[texts.code(row)];
            case NumericColumn numbers -> moment.isPresent() ? moment.get().epochDay(numbers.value(row)) : ABSENT;
        };
    }

    /// The row's complete date, for places where it is not in a loop over rows.
    public Optional<LocalDate> date(int row) {
        int day = epochDay(row);
        return day == ABSENT ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }

    /// The row's date for display: ISO 8601, `2025-08-31` or with a time `2025-08-31T10:15` (seconds only where there are any).
    /// Text that is no complete
    /// date stands as it is, a partial date among them; empty where nothing is there or a number is no date. A time of day or an
    /// elapsed one is
    /// `10:15`, `26:15:30`.
    public String text(int row) {
        return switch (column) {
            case TextColumn texts -> {
                int day = epochDay(row);
                String text = texts.value(row).strip();
                yield day != ABSENT && !ISO.matcher(text).matches() ? LocalDate.ofEpochDay(day).toString() : text;
            }
            case NumericColumn numbers -> moment.map(m -> m.text(numbers.value(row))).orElse("");
        };
    }

    private static int day(String text) {
        String stripped = text.strip();
        Matcher iso = ISO.matcher(stripped);
        if (iso.matches()) {
            return day(iso.group(1), Integer.parseInt(iso.group(2)), iso.group(3));
        }
        Matcher sas = SAS_TEXT.matcher(stripped.toUpperCase(Locale.ROOT));
        int month = sas.matches() ? MONTHS.indexOf(sas.group(2)) : -1;
        return month >= 0 && month % 3 == 0 ? day(sas.group(3), month / 3 + 1, sas.group(1)) : ABSENT;
    }

    private static int day(String year, int month, String dayOfMonth) {
        if (month < 1 || month > 12) {
            return ABSENT;
        }
        YearMonth of = YearMonth.of(Integer.parseInt(year), month);
        int day = Integer.parseInt(dayOfMonth);
        return of.isValidDay(day) ? inRange(of.atDay(day)) : ABSENT;
    }

    private static int inRange(LocalDate date) {
        long day = date.toEpochDay();
        return day < FIRST || day > LAST ? ABSENT : (int) day;
    }
}
