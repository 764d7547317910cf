package org.tabularium.render;

/// Where the units digit of a displayed number ends, the axis of [org.tabularium.table.display.Align#DECIMAL].
public final class UnitsDigit {

    /// Before the digits: `<`, `(`, `−`.
    private static final int MOST_SIGNS = 3;
    private static final int GROUP = 3;

    private static final int LONGEST_WORD = 4;

    private UnitsDigit() {}

    /// The index after the units digit of the first number. What stands for a number, such as `NE` or `/`, ends where a units
    /// digit would. −1 where the
    /// text is no number.
    public static int end(String text) {
        if (text.indexOf('\n') >= 0) {
            return -1;
        }
        int number = endOfNumber(text);
        if (number >= 0) {
            return number;
        }
        int words = text.indexOf(" (");
        String first = words < 0 ? text : text.substring(0, words);
        return standsForNumber(first) ? first.length() : -1;
    }

    /// Behind signs and digits, in groups of three after the first comma or thin blank. −1 where the text does not begin so.
    private static int endOfNumber(String text) {
        int start = 0;
        for (int signs = 0; signs < MOST_SIGNS && start < text.length() && isSign(text.codePointAt(start)); signs++) {
            start += Character.charCount(text.codePointAt(start));
        }
        int end = endOfDigits(text, start);
        if (end == start) {
            return -1;
        }
        if (end - start <= GROUP) {
            while (end < text.length() && isBetweenGroups(text.charAt(end)) && endOfDigits(text, end + 1) > end + GROUP) {
                end += 1 + GROUP;
            }
        }
        return end;
    }

    private static boolean isBetweenGroups(char c) {
        return c == ',' || c == '\u202F' || c == '\u2009';
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSign(int c) {
        return !isDigit(c) && !Character.isLetter(c) && c != ' ' && (c < '\t' || c > '\r');
    }

    private static boolean standsForNumber(String text) {
        return text.length() <= LONGEST_WORD && text.indexOf(' ') < 0;
    }
}
