package org.tabularium.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A unit of time, in the spellings that data have: "DAYS", "wk", "Months".
public enum TimeUnit {
    MINUTES("minute minutes min mins"), HOURS("hour hours hr hrs h"), DAYS("day days d"), WEEKS("week weeks wk wks"), MONTHS(
            "month months mo mos mth mths mon"), YEARS("year years yr yrs"), CYCLES("cycle cycles");

    private static final double DAYS_A_YEAR = 365.25;
    private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[]([^()\\[\\]]+)[)\\]]");
    private static final Pattern AT_END = Pattern.compile("(?:,\\s*|\\s[-–—]\\s*|\\bin\\s+)([a-zA-Z]+)\\.?\\s*$");

    private final String spellings;

    TimeUnit(String spellings) {
        this.spellings = spellings;
    }

    /// A unit and how it is written.
    ///
    /// @param written as the data have it, in small letters
    public record Written(TimeUnit unit, String written) {}

    /// The unit of a word, in any letter case; empty for a word that is none.
    public static Optional<TimeUnit> named(String word) {
        String folded = word.strip().toLowerCase(Locale.ROOT).replace("(s)", "s");
        return Arrays.stream(values()).filter(unit -> List.of(unit.spellings.split(" ")).contains(folded)).findFirst();
    }

    /// A label with this unit in place of the one that it says; as it is where it says none.
    public String put(String label) {
        return ofLabel(label).filter(written -> written.unit() != this)
                .map(written -> label.replaceFirst("(?i)" + Pattern.quote(written.written()) + "(?=\\W*$|[)\\]])", word()))
                .orElse(label);
    }

    /// How many of it a year has, of 365.25 days; empty for what is no length of time.
    public OptionalDouble aYear() {
        return switch (this) {
            case MINUTES -> OptionalDouble.of(60 * 24 * DAYS_A_YEAR);
            case HOURS -> OptionalDouble.of(24 * DAYS_A_YEAR);
            case DAYS -> OptionalDouble.of(DAYS_A_YEAR);
            case WEEKS -> OptionalDouble.of(DAYS_A_YEAR / 7);
            case MONTHS -> OptionalDouble.of(12);
            case YEARS -> OptionalDouble.of(1);
            case CYCLES -> OptionalDouble.empty();
        };
    }

    /// The unit in English words, as `unit` of a shell may name it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The unit of a word and the word; empty for a word that is none.
    public static Optional<Written> written(String word) {
        return named(word).map(unit -> new Written(unit, word.strip().toLowerCase(Locale.ROOT)));
    }

    /// The unit that a label says: the last word in brackets that is one ("Overall Survival (Months), IRC"), else one at its end
    /// behind a comma, a dash or "in" ("Time to Relapse, Days"). Any other word of time is none: "30-Day Survival", "Months to
    /// Relapse" may be of other units.
    public static Optional<Written> ofLabel(String label) {
        Matcher end = AT_END.matcher(label);
        return IN_BRACKETS.matcher(label).results()
                .flatMap(match -> inBrackets(match.group(1)))
                .reduce((first, later) -> later)
                .or(() -> end.find() ? written(end.group(1)) : Optional.empty());
    }

    /// "months", "in months", "OS, months"; a single letter may be anything.
    private static Stream<Written> inBrackets(String text) {
        String word = text.replaceFirst("^.*[,;:]", "").replaceFirst("(?i)^\\s*in\\s+", "").strip();
        return word.length() > 1 ? written(word).stream() : Stream.empty();
    }
}
