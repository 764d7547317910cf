package org.tabularium.manuscript.language;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A time of a study at which something is assessed.
///
/// @param kind what it is
/// @param count how many units after day zero; 0 where it is no time
/// @param unit in days; 0 where it is no time
/// @param name as data have it, in small letters
public record Timepoint(Kind kind, double count, double unit, String name) {

    public enum Kind {
        TIME, BASELINE, ANY, LAST, NAMED
    }

    public static final double DAY = 1;
    public static final double WEEK = 7;
    public static final double MONTH = 30.4375;
    public static final double YEAR = 365.25;

    /// How much two times in different units may differ: a month is four weeks or the twelfth of a year.
    private static final double LIKE = 0.1;

    private static final Pattern UNIT_FIRST = Pattern.compile("(?i)(day|week|month|year)s?\\s*(-?\\d+(?:\\.\\d+)?)");
    private static final Pattern UNIT_LAST = Pattern.compile("(?i)(?:at least )?(\\d+(?:\\.\\d+)?)\\s*(day|week|month|year)s?");

    public static Timepoint time(double count, double unit) {
        return new Timepoint(Kind.TIME, count, unit, "");
    }

    public static final Timepoint BASELINE = new Timepoint(Kind.BASELINE, 0, 0, "baseline");

    /// The timepoint that a visit of the data is.
    public static Timepoint of(String visit) {
        String name = visit.strip().toLowerCase(Locale.ROOT);
        return time(name).orElseGet(() -> switch (name) {
            case "baseline" -> BASELINE;
            case "at any visit" -> new Timepoint(Kind.ANY, 0, 0, name);
            case "at last assessment" -> new Timepoint(Kind.LAST, 0, 0, name);
            default -> new Timepoint(Kind.NAMED, 0, 0, name);
        });
    }

    private static Optional<Timepoint> time(String name) {
        Matcher first = UNIT_FIRST.matcher(name);
        if (first.matches()) {
            return Optional.of(time(Double.parseDouble(first.group(2)), unit(first.group(1)).orElse(DAY)));
        }
        Matcher last = UNIT_LAST.matcher(name);
        if (last.matches()) {
            return Optional.of(time(Double.parseDouble(last.group(1)), unit(last.group(2)).orElse(DAY)));
        }
        return Optional.empty();
    }

    /// The days of a unit as manuscripts write it.
    public static Optional<Double> unit(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "d", "day", "days" -> Optional.of(DAY);
            case "w", "wk", "wks", "week", "weeks" -> Optional.of(WEEK);
            case "m", "mo", "mos", "month", "months" -> Optional.of(MONTH);
            case "y", "yr", "yrs", "year", "years" -> Optional.of(YEAR);
            default -> Optional.empty();
        };
    }

    public boolean isSame(Timepoint other) {
        return kind == other.kind && count == other.count && unit == other.unit
                && (kind != Kind.NAMED || name.equals(other.name));
    }

    /// Whether both may be the same time in different units.
    public boolean isLike(Timepoint other) {
        if (kind != Kind.TIME || other.kind != Kind.TIME || unit == other.unit) {
            return isSame(other);
        }
        double here = count * unit;
        double there = other.count * other.unit;
        return Math.abs(here - there) <= LIKE * Math.max(here, there);
    }
}
