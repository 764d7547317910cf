package org.tabularium.dataset.scan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.Kind;
import org.tabularium.finding.Finding;

/// Whether the distinct values of a column whose kind nothing declares are numbers: each is one, each could be written back as it
/// was read (which is asked of whole
/// numbers only, as identifiers and codes are), and no two of them are the same number in two spellings (`1.1` and `1.10` are
/// sections of a document). All else
/// is text.
/// `NaN`, as programs write a number that is none, is a missing value among numbers, with a note.
///
/// @param kind numeric only if there is a value at all
/// @param doubt why values that all look like numbers are text; null where there is nothing to be said
record KindOfValues(Kind kind, @Nullable Finding doubt) {

    private static final KindOfValues TEXT = new KindOfValues(Kind.TEXT, null);
    private static final KindOfValues NUMERIC = new KindOfValues(Kind.NUMERIC, null);
    private static final String REMEDY = "map the column under variables: in study.yaml to a variable that ADaM has as a number, if it is one";

    /// What a person or a program writes where a number is unknown, and how one that is known may be spelled so that it is none.
    private static final Pattern NEARLY_NUMBER = Pattern
            .compile("(?i)n[./]?a\\.?|nd|nan|null|none|unk|unknown|missing|not done|[-?]+"
                    + "|#.*[!?A]|[<>≤≥~].*|[(]?[-+\u2212]?[0-9][0-9,.'\\s\u00a0]*[)]?\\s*%?");
    private static final Pattern GROUPED_OR_PERCENT = Pattern
            .compile("[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[-+]?[0-9]+(?:\\.[0-9]+)?\\s?%");
    private static final int MANY = 5;

    /// Why values of which only some are numbers may have been meant as numbers: all others are words for a missing value or
    /// numbers in another spelling (`<5`, `1,234`, `20 %`), or they are few among many numbers.
    ///
    /// @return without its place; null where there is no such doubt
    static @Nullable Finding fewOthers(List<String> all) {
        List<String> values = all.stream().map(String::strip).filter(value -> !value.isEmpty() && !DecimalText.isMissing(value))
                .toList();
        List<String> others = values.stream().filter(value -> !DecimalText.looksNumeric(value)).toList();
        int numbers = values.size() - others.size();
        if (others.isEmpty() || others.stream().anyMatch(DecimalText::isNumber)) {
            // Zeros in front are those of codes.
            return null;
        }
        if (numbers == 0) {
            return others.stream().allMatch(value -> GROUPED_OR_PERCENT.matcher(value).matches())
                    ? Finding.warning("DIGITS_AS_TEXT", "was read as text, as all values of the variable were")
                            .value(others.getFirst())
                            .remedy("write plain numbers, without separators of thousands and without %")
                    : null;
        }
        boolean nearly = others.stream().allMatch(value -> NEARLY_NUMBER.matcher(value).matches());
        if (!nearly && (numbers < MANY || others.size() * MANY > numbers)) {
            return null;
        }
        String message = "was read as text: " + numbers + " of its different values are numbers, but not this one"
                + (others.size() > 1 ? " and " + (others.size() - 1) + " more" : "");
        return (nearly ? Finding.warning("DIGITS_AS_TEXT", message) : Finding.note("DIGITS_AS_TEXT", message))
                .value(others.getFirst()).remedy("leave the cell empty where there is no number, and write plain numbers");
    }

    static KindOfValues of(List<String> all) {
        List<String> values = all.stream().filter(value -> !DecimalText.isNotANumber(value)).toList();
        KindOfValues found = ofOthers(values);
        return found.kind == Kind.NUMERIC && values.size() < all.size()
                ? new KindOfValues(Kind.NUMERIC,
                        Finding.note("NA_MISSING", "holds the text NaN, which was read as a missing value"))
                : found;
    }

    private static KindOfValues ofOthers(List<String> values) {
        if (values.stream().allMatch(String::isBlank) || !values.stream().allMatch(DecimalText::looksNumeric)) {
            return TEXT;
        }
        // Nobody writes a code with a minus or a decimal point and another one with an exponent.
        boolean measured = values.stream().anyMatch(DecimalText::isSignedOrFraction);
        for (String value : values) {
            if (!measured && !DecimalText.canBeWrittenBack(value)) {
                return new KindOfValues(Kind.TEXT,
                        Finding.note("DIGITS_AS_TEXT", "was read as text: as a number it could not be written as it stands here")
                                .value(value.strip()).remedy(REMEDY));
            }
        }
        String[] same = sameNumber(values);
        if (same.length > 0) {
            return new KindOfValues(Kind.TEXT,
                    Finding.warning("DIGITS_AS_TEXT",
                            "was read as text: " + same[0] + " and " + same[1]
                                    + " are two codes, or the same number written in two ways")
                            .remedy("write its numbers alike, or " + REMEDY));
        }
        return NUMERIC;
    }

    /// Two spellings of one number; empty where there are none.
    private static String[] sameNumber(List<String> values) {
        double[] numbers = values.stream().mapToDouble(KindOfValues::number).toArray();
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        boolean twice = false;
        for (int i = 1; i < sorted.length; i++) {
            // NaN, a missing value, is not the same as any other.
            twice |= sorted[i] == sorted[i - 1];
        }
        Map<Double, String> spellings = new HashMap<>();
        for (int i = 0; twice && i < numbers.length; i++) {
            String spelling = spelling(values.get(i).strip());
            String other = Double.isNaN(numbers[i]) ? null : spellings.putIfAbsent(numbers[i], spelling);
            if (other != null && !other.equals(spelling)) {
                return new String[]{other, spelling};
            }
        }
        return new String[0];
    }

    /// Zero has one sign: programs that round write `-0.00`.
    private static double number(String text) {
        double value = DecimalText.value(text);
        return value == 0 ? 0 : value;
    }

    /// What tells two codes apart: neither the sign of zero nor a fraction of zeros does (`25.0` is 25, but `1.10` is not 1.1).
    private static String spelling(String text) {
        String unsigned = text.startsWith("-") && number(text) == 0 ? text.substring(1) : text;
        int point = unsigned.indexOf('.');
        boolean zeros = point >= 0 && unsigned.substring(point + 1).chars().allMatch(c -> c == '0');
        return zeros ? unsigned.substring(0, point) : unsigned;
    }
}
