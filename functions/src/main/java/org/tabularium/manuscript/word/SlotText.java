package org.tabularium.manuscript.word;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tabularium.table.number.Rounding;

/// One number in a sentence, renewed in the form that it has: as many decimals, the same decimal mark, the same signs around it,
/// a word where it was one.
final class SlotText {

    private static final List<String> WORDS = List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight",
            "nine");
    /// Other words for nobody, which stay where nobody is meant again.
    private static final List<String> ZERO = List.of("zero", "none");
    private static final Pattern FORM = Pattern
            .compile(
                    "(?<before>[^\\p{Nd}\\p{L}−-]*)(?<sign>[−-]?)(?<whole>\\d{1,3}(?:,\\d{3})+|\\d+)(?:(?<mark>[.·])(?<rest>\\d+))?(?<after>[^\\p{Nd}\\p{L}]*)");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[,.·]\\d+)*");
    private static final int GROUP = 3;

    private SlotText() {}

    /// Whether a sentence says by itself what a cell shows: the cell shows several numbers, or the sentence has it as a word.
    static boolean isOneOfSeveral(String cell, String current) {
        boolean word = WORDS.contains(current.toLowerCase(Locale.ROOT)) || isZero(current);
        return word || (NUMBER.matcher(cell).results().count() > 1 && FORM.matcher(current).matches());
    }

    /// The value as this text would say it; empty where the text is no number.
    static Optional<String> of(String current, double value) {
        int word = WORDS.indexOf(current.toLowerCase(Locale.ROOT));
        if (word >= 0 || isZero(current)) {
            return Optional.of(word(current, value));
        }
        Matcher form = FORM.matcher(current);
        if (!form.matches()) {
            return Optional.empty();
        }
        int decimals = form.group("rest") == null ? 0 : form.group("rest").length();
        BigDecimal rounded = Rounding.halfAwayFromZero(value, decimals);
        String digits = rounded.abs().toPlainString();
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        String grouped = form.group("whole").length() > GROUP && form.group("whole").indexOf(',') < 0 ? whole : grouped(whole);
        String mark = form.group("mark") == null ? "" : form.group("mark") + digits.substring(point + 1);
        String sign = rounded.signum() < 0 ? "−" : "";
        return Optional.of(form.group("before") + sign + grouped + mark + form.group("after"));
    }

    private static boolean isZero(String current) {
        return ZERO.contains(current.toLowerCase(Locale.ROOT));
    }

    /// Below ten a word, as house styles spell.
    private static String word(String current, double value) {
        if (value != Math.rint(value) || value < 0 || value >= WORDS.size()) {
            return Rounding.halfAwayFromZero(value, 0).toPlainString();
        }
        String word = value == 0 && isZero(current) ? current : WORDS.get((int) value);
        return Character.isUpperCase(current.charAt(0)) ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word;
    }

    private static String grouped(String digits) {
        StringBuilder grouped = new StringBuilder(digits);
        for (int at = digits.length() - GROUP; at > 0; at -= GROUP) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }
}
