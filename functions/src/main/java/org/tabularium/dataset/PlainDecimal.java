package org.tabularium.dataset;

/// The fast way from digits to the nearest double, for numbers as datasets mostly have them: a sign or none, up to 15 digits, a point among them or none.
///
/// Such a number is a whole number below 2^53 divided by a power of ten that a double holds exactly, and one division of two exact doubles is rounded once,
/// so that the result is the nearest double (Clinger, How to read floating point numbers accurately, 1990). Anything else is left to slower ways.
final class PlainDecimal {

    private static final int MOST_DIGITS = 15;
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

    private PlainDecimal() {}

    /// The number that the ASCII characters are; NaN where they are not such a number, which says nothing about whether they are a number at all.
    static double parse(byte[] bytes, int from, int to) {
        int at = from;
        boolean negative = at < to && bytes[at] == '-';
        at += negative || (at < to && bytes[at] == '+') ? 1 : 0;
        if (to - at > MOST_DIGITS + 1) {
            return Double.NaN;
        }
        long digits = 0;
        int count = 0;
        int point = -1;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
                count++;
            } else if (bytes[at] == '.' && point < 0) {
                point = count;
            } else {
                return Double.NaN;
            }
        }
        if (count == 0 || count > MOST_DIGITS || point == count) {
            return Double.NaN;
        }
        double number = point < 0 ? digits : digits / POWERS[count - point];
        return negative ? -number : number;
    }
}
