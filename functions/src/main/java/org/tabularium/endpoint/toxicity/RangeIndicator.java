package org.tabularium.endpoint.toxicity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a reference range indicator (ANRIND, BNRIND) says of a value: the terms of CDISC's code list NRIND and words in common
/// use, in any letter case ("LOW LOW", "L", "Below normal", "Panic high", "↑").
public enum RangeIndicator {
    LOW, NORMAL, HIGH,
    /// Outside of the range on a side that it does not say.
    ABNORMAL;

    private static final Pattern BETWEEN = Pattern.compile("(?U)[^\\p{L}↑↓]+");
    private static final Set<String> LOW_WORDS = Set.of("L", "LL", "LLL", "LOW", "BELOW", "DECREASED", "↓", "偏低", "低", "降低");
    private static final Set<String> HIGH_WORDS = Set.of("H", "HH", "HHH", "HIGH", "ABOVE", "INCREASED", "ELEVATED", "↑", "偏高", "高",
            "升高");
    private static final Set<String> NORMAL_WORDS = Set.of("N", "NORMAL", "WNL", "WITHIN", "正常");
    private static final Set<String> SIDES = Set.of("LOW", "HIGH");
    private static final Set<String> ABNORMAL_WORDS = Set.of("A", "AA", "AB", "ABN", "ABNORMAL", "异常");

    /// The one of a text; empty for a blank one and for words that are none.
    public static Optional<RangeIndicator> of(String text) {
        List<String> words = Arrays.asList(BETWEEN.split(text.strip().toUpperCase(Locale.ROOT), -1));
        if (words.getFirst().equals("NOT") && words.size() > 1) {
            return of(words.getLast()).map(said -> said == NORMAL ? ABNORMAL : NORMAL);
        }
        boolean low = words.stream().anyMatch(LOW_WORDS::contains);
        boolean high = words.stream().anyMatch(HIGH_WORDS::contains);
        boolean normal = words.stream().anyMatch(NORMAL_WORDS::contains);
        if ((low && high) || (normal && words.stream().anyMatch(SIDES::contains))) {
            return Optional.empty(); // "Low normal" is within the range, or below it
        }
        if (low || high) {
            return Optional.of(low ? LOW : HIGH);
        }
        if (normal) {
            return Optional.of(NORMAL);
        }
        return words.stream().anyMatch(ABNORMAL_WORDS::contains) ? Optional.of(ABNORMAL) : Optional.empty();
    }

    /// The one that a shell names, as `{ANRIND: {is: low}}` does; empty for any other name.
    public static Optional<RangeIndicator> named(String set) {
        return Arrays.stream(values()).filter(one -> one.name().equalsIgnoreCase(set)).findFirst();
    }

    /// Whether a variable holds such indicators.
    public static boolean isIn(String variable) {
        return variable.equals("ANRIND") || variable.equals("BNRIND");
    }
}
