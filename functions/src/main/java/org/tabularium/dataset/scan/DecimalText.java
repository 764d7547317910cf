package org.tabularium.dataset.scan;

import java.util.regex.Pattern;
import org.tabularium.dataset.Missing;

/// Numbers in text files: a plain decimal number and SAS's missing values, nothing else.
///
/// `12`, `-0.5`, `+3`, `.5`, `1.5E-3` are numbers; hexadecimal, NaN, Inf, digit grouping and what exceeds a double are none.
/// Leading zeros (`001`)
/// are a sign of an identifier: such text reads as a number only where the variable is known to be one.
public final class DecimalText {

    private static final Pattern NUMBER = Pattern
            .compile("[+-]?(?:[0-9]{1,400}(?:\\.[0-9]{1,400})?|\\.[0-9]{1,400})(?:[eE][+-]?[0-9]{1,4})?");
    private static final Pattern PROGRAMS_EXPONENT = Pattern.compile("[+-]?[0-9](?:\\.[0-9]+)?[eE][+-][0-9]{2,3}");
    private static final Pattern FRACTION = Pattern.compile("-.*|[+]?[0-9]*\\.[0-9].*");
    /// Below it a double holds every whole number.
    private static final double WHOLE = 0x1p53;
    /// Digits of a number that is certainly finite.
    private static final int MOST_PLAIN = 300;

    private DecimalText() {}

    /// Whether the text is a number by itself, so that a column of such text may be taken as numeric.
    public static boolean looksNumeric(String text) {
        String stripped = text.strip();
        return isNumber(stripped) && !hasLeadingZero(stripped);
    }

    /// Whether the number that the text is could be written as it stands: it has no exponent but one as programs write it
    /// (`1e-05`; `1E1` is a code), and it is
    /// no whole number of 2^53 or more, of which a double does not hold every one.
    ///
    /// @param text for which [#looksNumeric] holds
    static boolean canBeWrittenBack(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || isMissing(stripped)) {
            return true;
        }
        int exponent = Math.max(stripped.indexOf('e'), stripped.indexOf('E'));
        boolean whole = exponent < 0 && stripped.indexOf('.') < 0;
        return exponent < 0
                ? !whole || Math.abs(Double.parseDouble(stripped)) < WHOLE
                : PROGRAMS_EXPONENT.matcher(stripped).matches();
    }

    /// Whether the number has a minus, or a decimal point with digits behind it.
    static boolean isSignedOrFraction(String text) {
        return FRACTION.matcher(text.strip()).matches();
    }

    /// Whether the text can stand in a numeric column.
    public static boolean isNumber(String text) {
        String stripped = text.strip();
        return stripped.isEmpty()
                || isPlain(stripped)
                || isMissing(stripped)
                || (NUMBER.matcher(stripped).matches() && Double.isFinite(Double.parseDouble(stripped)));
    }

    /// Whether the text is digits with a sign and a point at most, which nearly all numbers are and which needs no pattern.
    private static boolean isPlain(String text) {
        int start = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        int point = -1;
        for (int i = start; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit == '.' && point < 0) {
                point = i;
            } else if (digit < '0' || digit > '9') {
                return false;
            }
        }
        return text.length() > start && text.length() <= MOST_PLAIN && point != text.length() - 1;
    }

    private static boolean hasLeadingZero(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        return text.length() > start + 1 && text.charAt(start) == '0' && text.charAt(start + 1) >= '0'
                && text.charAt(start + 1) <= '9';
    }

    /// Whether the text is what programs write for a number that is none (pandas, R and Java: NaN; C: nan).
    public static boolean isNotANumber(String text) {
        return "nan".equalsIgnoreCase(text.strip());
    }

    /// Whether the text would be a number with a point in place of its comma.
    public static boolean hasDecimalComma(String text) {
        return text.indexOf(',') >= 0 && text.indexOf('.') < 0 && isNumber(text.replace(',', '.'));
    }

    /// Whether the text is one of SAS's missing values.
    public static boolean isMissing(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.charAt(0) != '.' || stripped.length() > 2) {
            return false;
        }
        char letter = stripped.length() == 1 ? '_' : stripped.charAt(1);
        return letter == '_' || (letter >= 'A' && letter <= 'Z');
    }

    /// The number or the missing value as [Missing] encodes it; empty text is `.`.
    ///
    /// @param text for which [#isNumber] holds
    public static double value(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return Missing.DOT;
        }
        return isMissing(stripped) ? Missing.of(stripped.charAt(stripped.length() - 1)) : Double.parseDouble(stripped);
    }
}
