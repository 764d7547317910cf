package org.tabularium.study.records;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What AVALC says of a value that lies beyond what can be measured: the one list of such words.
public final class BeyondLimit {

    private static final String LIMIT = "(?:\\d|\\.\\d|[LU]{0,2}LOQ|LLOD|LOQ|LOD)";
    private static final Pattern SIGNED_BELOW = Pattern.compile("\\s*[<≤]=?\\s*" + LIMIT + ".*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIGNED_ABOVE = Pattern.compile("\\s*[>≥]=?\\s*" + LIMIT + ".*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BELOW = Pattern.compile(
            "\\s*(?:BLQ|BQL|BLOQ|BLLOQ|LLOQ|BLOD|BLD|ND|NEG|NEGATIVE|UNDETECT(?:ABLE|ED)|(?:NOT|NON)[ -](?:DETECT|QUANTIFI).*"
                    + "|(?:BELOW|UNDER)\\b.*(?:LIMIT|LOQ|LOD|QUANTIF|DETECT|RANGE).*)\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ABOVE = Pattern.compile(
            "\\s*(?:ALQ|AQL|ALOQ|AULOQ|ULOQ|(?:ABOVE|OVER)\\b.*(?:LIMIT|LOQ|LOD|QUANTIF|DETECT|RANGE).*)\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BOUND = Pattern
            .compile("([<≤>≥])(=?)\\s*(\\d+(?:[.,]\\d+)?|[.,]\\d+)(?:\\s*([^\\s\\d.,].*|10[\\^*⁰¹²³⁴⁵⁶⁷⁸⁹].*))?");
    /// A comma that may as well stand between thousands.
    private static final Pattern THOUSANDS = Pattern.compile("[1-9]\\d{0,2},\\d{3}");

    private BeyondLimit() {}

    /// What a text with a sign and a number says of the value: that it is below or above the number.
    ///
    /// @param below whether the number is more than the value
    /// @param strict whether the value is not the number itself
    /// @param unit what stands behind the number; empty for nothing
    public record Bound(boolean below, boolean strict, double number, String unit) {}

    /// The bound of `<5`, `>= 400`, `< 0,5`, `<1 /µL`; empty where the number is not known (`<LLOQ`, `<1,234`).
    public static Optional<Bound> bound(String text) {
        Matcher matcher = BOUND.matcher(text.strip());
        if (!matcher.matches() || THOUSANDS.matcher(matcher.group(3)).matches()) {
            return Optional.empty();
        }
        String sign = matcher.group(1);
        String unit = matcher.group(4);
        return Optional.of(new Bound("<≤".contains(sign), "<>".contains(sign) && matcher.group(2).isEmpty(),
                Double.parseDouble(matcher.group(3).replace(',', '.')), unit == null ? "" : unit.strip()));
    }

    /// Whether a text says so by a sign: `<5`, `>= 400`, `<LLOQ`.
    public static boolean isSigned(String text) {
        return SIGNED_BELOW.matcher(text).matches() || SIGNED_ABOVE.matcher(text).matches();
    }

    /// Whether a text says so in words, which of a parameter that is answered in words may be an answer: `BLQ`, `Not detected`,
    /// `Negative`.
    public static boolean isWord(String text) {
        return BELOW.matcher(text).matches() || ABOVE.matcher(text).matches();
    }

    /// Whether a text says that the value is below what can be measured.
    public static boolean isBelow(String text) {
        return SIGNED_BELOW.matcher(text).matches() || BELOW.matcher(text).matches();
    }
}
