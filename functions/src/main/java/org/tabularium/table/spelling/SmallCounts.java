package org.tabularium.table.spelling;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Counts that begin a sentence, as journals print them: "One subject has no treatment arm" for "1 subject has no treatment arm".
public final class SmallCounts {

    private static final List<String> WORDS = List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight",
            "nine");

    /// A count and what is counted; no dose, which may begin a sentence too.
    private static final Pattern BEGINNING = Pattern.compile(
            "^(\\d)(?: of (\\d+))?(?= (?:enrolled )?(?:subject|event|record|value|reaction|death)s?\\b)");

    private SmallCounts() {}

    /// The sentence with its first count in words.
    ///
    /// @param below counts below it are words; 0 for none
    public static String begun(String sentence, int below) {
        return BEGINNING.matcher(sentence).replaceFirst(found -> count(found, below));
    }

    private static String count(MatchResult found, int below) {
        if (Integer.parseInt(found.group(1)) >= below) {
            return found.group();
        }
        String first = word(found.group(1), below);
        String all = found.group(2) == null ? "" : " of " + word(found.group(2), below);
        return Character.toUpperCase(first.charAt(0)) + first.substring(1) + all;
    }

    private static String word(String count, int below) {
        int number = Integer.parseInt(count);
        return number < Math.min(below, WORDS.size()) ? WORDS.get(number) : count;
    }
}
