package org.tabularium.render.pdf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the units digit of a displayed number ends, the axis of [org.tabularium.table.Align#DECIMAL].
final class UnitsDigit {

    /// Up to three signs (`<`, `(`, `−`), then digits, in groups of three after the first comma.
    private static final Pattern NUMBER = Pattern.compile("[^\\p{L}\\d\\s]{0,3}(?:\\d{1,3}(?:,\\d{3})+|\\d+)");

    private UnitsDigit() {}

    /// The index after the units digit of the first number; −1 where the text does not begin with a number.
    static int end(String text) {
        Matcher number = NUMBER.matcher(text);
        return text.indexOf('\n') < 0 && number.lookingAt() ? number.end() : -1;
    }
}
