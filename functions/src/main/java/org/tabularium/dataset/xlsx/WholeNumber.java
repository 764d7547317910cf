package org.tabularium.dataset.xlsx;

/// Whole numbers of a sheet's XML: places of cells, numbers of strings.
final class WholeNumber {

    private static final int MOST_DIGITS = 9;

    private WholeNumber() {}

    /// The number that the text is from a place on; -1 where it is none of one to nine digits.
    static int of(String text, int from) {
        char[] digits = text.substring(from).toCharArray();
        return of(digits, 0, digits.length);
    }

    /// The number that the characters are; -1 where they are none of one to nine digits.
    static int of(char[] chars, int from, int to) {
        if (to <= from || to - from > MOST_DIGITS) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = chars[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
