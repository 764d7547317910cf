package org.tabularium.manuscript;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A copy of a text with one number changed, or two of a sentence swapped.
///
/// @param text the copy
/// @param spans of what was changed, in the copy
record PlantedError(Kind kind, String text, List<Span> spans) {

    /// What is changed.
    enum Kind {
        DIGIT("(?<![\\p{L}\\d][-]?)\\d+(?:[.·]\\d+)?(?![\\dKk])|\\b(?i:one|two|three|four|five|six|seven|eight|nine)\\b"), PERCENTAGE(
                "\\d+(?:[.·]\\d+)?(?=\\s?%)"), DENOMINATOR("(?<=\\d/)\\d+(?! dose)|(?<=\\) of )\\d+|(?<=\\d of )\\d+"), GRADE(
                        "(?<=grade )(?:[1-5]|[IV]+)\\b"), ARM("\\d+(?:\\.\\d+)?(?=×10)"), VISIT(
                                "\\b\\d+(?=-month|-week| months?\\b| weeks\\b|M\\b)|(?<=[Ww]eek )\\d+|(?<=[Mm]onth )\\d+"), SWAPPED(
                                        DIGIT.pattern.pattern());

        private final Pattern pattern;

        Kind(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }
    }

    /// From a character to before another.
    record Span(int start, int end) {

        boolean touches(int from, int to) {
            return from < end && start < to;
        }
    }

    private static final List<String> WORDS = List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
    private static final List<String> ROMAN = List.of("I", "II", "III", "IV", "V");

    /// A copy of the text with one error.
    ///
    /// @param sound the places of numbers that may be changed
    /// @return null where the text has nothing of the kind
    static @Nullable PlantedError plant(String text, Kind kind, List<Span> sound, Random random) {
        List<Span> places = new ArrayList<>(kind.pattern.matcher(text).results().map(PlantedError::span)
                .filter(p -> sound.stream().anyMatch(s -> s.touches(p.start(), p.end()))).toList());
        if (places.isEmpty()) {
            return null;
        }
        Span place = places.get(random.nextInt(places.size()));
        if (kind != Kind.SWAPPED) {
            String was = text.substring(place.start(), place.end());
            String now = switch (kind) {
                case GRADE -> other(was, random);
                case ARM -> other(List.of("0.3", "0.75", "1", "2", "3", "4.5"), was, random);
                case VISIT -> other(List.of("1", "2", "3", "4", "6", "9", "12", "24", "36", "52"), was, random);
                case DIGIT, PERCENTAGE, DENOMINATOR, SWAPPED -> digit(was, random);
            };
            return replaced(kind, text, place, now);
        }
        List<Span> others = places.stream().filter(p -> !p.touches(place.start(), place.end()) && isOneSentence(text, place, p)
                && !text.substring(p.start(), p.end()).equals(text.substring(place.start(), place.end()))).toList();
        return others.isEmpty() ? null : swapped(text, place, others.get(random.nextInt(others.size())));
    }

    private static boolean isOneSentence(String text, Span one, Span other) {
        String between = text.substring(Math.min(one.end(), other.end()), Math.max(one.start(), other.start()));
        return !between.contains(". ") && !between.contains("; ");
    }

    private static Span span(MatchResult match) {
        return new Span(match.start(), match.end());
    }

    private static PlantedError replaced(Kind kind, String text, Span place, String now) {
        return new PlantedError(kind, text.substring(0, place.start()) + now + text.substring(place.end()),
                List.of(new Span(place.start(), place.start() + now.length())));
    }

    private static PlantedError swapped(String text, Span one, Span other) {
        Span first = one.start() < other.start() ? one : other;
        Span second = first.equals(one) ? other : one;
        String a = text.substring(first.start(), first.end());
        String b = text.substring(second.start(), second.end());
        String changed = text.substring(0, first.start()) + b + text.substring(first.end(), second.start()) + a
                + text.substring(second.end());
        int shift = b.length() - a.length();
        return new PlantedError(Kind.SWAPPED, changed, List.of(new Span(first.start(), first.start() + b.length()),
                new Span(second.start() + shift, second.start() + shift + a.length())));
    }

    private static String other(String grade, Random random) {
        return other(ROMAN.contains(grade) ? ROMAN : List.of("1", "2", "3", "4", "5"), grade, random);
    }

    private static String other(List<String> all, String was, Random random) {
        List<String> others = all.stream().filter(o -> !o.equals(was)).toList();
        return others.get(random.nextInt(others.size()));
    }

    /// One digit changed; of a word, another word.
    private static String digit(String was, Random random) {
        String lower = was.toLowerCase(Locale.ROOT);
        if (WORDS.contains(lower)) {
            String now = other(WORDS, lower, random);
            return was.equals(lower) ? now : Character.toUpperCase(now.charAt(0)) + now.substring(1);
        }
        List<Integer> digits = new ArrayList<>();
        for (int i = 0; i < was.length(); i++) {
            if (Character.isDigit(was.charAt(i))) {
                digits.add(i);
            }
        }
        int at = digits.get(random.nextInt(digits.size()));
        char now;
        do {
            now = (char) ('0' + random.nextInt(10));
        } while (now == was.charAt(at) || (now == '0' && at == 0));
        return was.substring(0, at) + now + was.substring(at + 1);
    }
}
