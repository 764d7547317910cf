package org.tabularium.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the units digit of a displayed number ends, the axis of [org.tabularium.table.Align#DECIMAL].
public final class UnitsDigit {

    /// Up to three signs (`<`, `(`, `−`), then digits, in groups of three after the first comma.
    private static final Pattern NUMBER = Pattern.compile("[^\\p{L}\\d\\s]{0,3}(?:\\d{1,3}(?:,\\d{3})+|\\d+)");

    private static final int LONGEST_WORD = 4;

    private UnitsDigit() {}

    /// The index after the units digit of the first number. What stands for a number, such as `NE` or `/`, ends where a units
    /// digit would. −1 where the
    /// text is no number.
    public static int end(String text) {
        Matcher number = NUMBER.matcher(text);
        if (text.indexOf('\n') >= 0) {
            return -1;
        }
        if (number.lookingAt()) {
            return number.end();
        }
        int words = text.indexOf(" (");
        String first = words < 0 ? text : text.substring(0, words);
        return standsForNumber(first) ? first.length() : -1;
    }

    private static boolean standsForNumber(String text) {
        return text.length() <= LONGEST_WORD && text.indexOf(' ') < 0;
    }
}
