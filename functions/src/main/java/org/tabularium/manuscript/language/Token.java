package org.tabularium.manuscript.language;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A word, a number or a sign of a text.
///
/// @param text as printed, but with plain signs (a mid-dot of a number is a point)
/// @param stem what words of the same meaning share; the text of a number or sign
/// @param start of its first character in the text
/// @param end behind its last character
/// @param number its value, also where it is printed as a word; null for others
public record Token(Kind kind, String text, String stem, int start, int end, @Nullable BigDecimal number) {

    public enum Kind {
        WORD, NUMBER, SIGN
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    public boolean is(String word) {
        return text.equalsIgnoreCase(word);
    }

    /// Whether the number is written with digits.
    public boolean hasDigits() {
        return kind == Kind.NUMBER && Character.isDigit(text.charAt(0));
    }

    public boolean isWhole() {
        return number != null && number.scale() <= 0;
    }
}
