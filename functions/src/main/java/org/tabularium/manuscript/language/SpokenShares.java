package org.tabularium.manuscript.language;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Shares that are printed as words: "half of the patients", "one third", "two-thirds", "a quarter of the subjects". What the
/// word names otherwise is none: the second half of a year, half of the dose, a third infusion.
final class SpokenShares {

    private static final String NO_DOSE = "(?!\\s+of\\s+(?:\\p{L}+\\s+){0,2}(?:dose|doses|infusion|infusions|life|lives)\\b)";
    private static final Pattern OF_NUMBER = Pattern.compile(
            "(?i)(one|two|three|four)[\\s-](half|thirds?|quarters?|fifths?|tenths?)(?![\\p{L}-])" + NO_DOSE
                    + "(?!\\s+(?:dose|infusion|cohort|line|visit|patient|subject))");
    private static final Pattern OF_ONE = Pattern
            .compile("(?i)a(?=\\s)\\s(half|third|quarter|fifth|tenth)(?=\\s+of\\b)" + NO_DOSE);
    private static final Pattern HALF = Pattern.compile(
            "(?i)(?<!\\b(?:first|second|latter|other|final|last)\\s)(?<!-)(half)(?=\\s+of\\b|\\s+the\\s+(?:patients|subjects|participants"
                    + "|children)\\b)"
                    + NO_DOSE);
    private static final Map<String, Integer> PARTS = Map.of("half", 2, "third", 3, "quarter", 4, "fifth", 5, "tenth", 10);
    private static final Map<String, Integer> NUMBERS = Map.of("one", 1, "two", 2, "three", 3, "four", 4);
    private static final double ALL = 100;

    private SpokenShares() {}

    /// A share.
    ///
    /// @param end behind its last character
    /// @param percent in whole per cent, as precise as the words are
    record Share(int end, int percent) {}

    /// The share that begins at a character of a text; empty for none.
    static Optional<Share> at(String text, int start) {
        Matcher ofNumber = at(OF_NUMBER, text, start);
        if (ofNumber.lookingAt()) {
            String part = ofNumber.group(2).toLowerCase(Locale.ROOT).replaceFirst("s$", "");
            return share(ofNumber.end(), NUMBERS.getOrDefault(ofNumber.group(1).toLowerCase(Locale.ROOT), 1), part);
        }
        Matcher ofOne = at(OF_ONE, text, start);
        if (ofOne.lookingAt()) {
            return share(ofOne.end(), 1, ofOne.group(1).toLowerCase(Locale.ROOT));
        }
        Matcher half = at(HALF, text, start);
        return half.lookingAt() ? share(half.end(), 1, "half") : Optional.empty();
    }

    private static Matcher at(Pattern pattern, String text, int start) {
        return pattern.matcher(text).region(start, text.length()).useTransparentBounds(true);
    }

    private static Optional<Share> share(int end, int number, String part) {
        int parts = PARTS.getOrDefault(part, 1);
        return number < parts ? Optional.of(new Share(end, (int) StrictMath.round(ALL * number / parts))) : Optional.empty();
    }
}
