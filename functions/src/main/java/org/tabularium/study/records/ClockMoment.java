package org.tabularium.study.records;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.DatasetDates;

/// A day with a time of the day, by the clock of its place.
///
/// @param offset from UTC; null where the data do not say it
public record ClockMoment(LocalDateTime local, @Nullable ZoneOffset offset) implements Comparable<ClockMoment> {

    private static final Pattern OFFSET = Pattern.compile("(Z|[+-]\\d{2}:?\\d{2})$");

    /// By the clock where one of the two does not say its offset.
    @Override
    public int compareTo(ClockMoment other) {
        return offset == null || other.offset == null
                ? local.compareTo(other.local)
                : local.toInstant(offset).compareTo(other.local.toInstant(other.offset));
    }

    /// Whether it is midnight, which stands where a time is unknown.
    public boolean isMidnight() {
        return local.toLocalTime().toSecondOfDay() == 0;
    }

    /// That of a row; empty for a mere date.
    public static Optional<ClockMoment> of(DatasetDates dates, int row) {
        String text = dates.text(row).replace(' ', 'T');
        if (text.length() <= LocalDate.EPOCH.toString().length()) {
            return Optional.empty();
        }
        Matcher offset = OFFSET.matcher(text);
        try {
            return offset.find()
                    ? Optional.of(new ClockMoment(LocalDateTime.parse(text.substring(0, offset.start())),
                            ZoneOffset.of(offset.group())))
                    : Optional.of(new ClockMoment(LocalDateTime.parse(text), null));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
