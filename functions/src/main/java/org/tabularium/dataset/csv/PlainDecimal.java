package org.tabularium.dataset.csv;

import java.math.BigInteger;

/// The fast way from digits to the nearest double, for numbers as datasets mostly have them: a sign or none, up to 19 digits from
/// the first that is not zero on, a point
/// among them or none.
///
/// Up to 15 digits are a whole number below 2^53 divided by a power of ten that a double holds exactly, and one division of two
/// exact doubles is rounded once,
/// so that the result is the nearest double (Clinger, How to read floating point numbers accurately, 1990). More digits, as
/// Python and pandas write them, are
/// multiplied by the inverse of the power to 128 bits, which all but always tells on which side of the middle between two doubles
/// the number lies (Lemire, Number
/// parsing at a gigabyte per second, 2021). Where it does not, as for anything else, slower ways are left.
final class PlainDecimal {

    private static final int MOST_DIGITS = 19;
    private static final int MOST_DECIMALS = 30;
    private static final int EXACT_DIGITS = 15;
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

    /// 10^-n from below is a number of 128 bits, of which the first is set, times 2^([#SCALE] - 127).
    private static final long[] UPPER = new long[MOST_DECIMALS + 1];
    private static final long[] LOWER = new long[MOST_DECIMALS + 1];
    private static final int[] SCALE = new int[MOST_DECIMALS + 1];

    static {
        for (int n = 0; n <= MOST_DECIMALS; n++) {
            BigInteger power = BigInteger.TEN.pow(n);
            SCALE[n] = n == 0 ? 0 : -power.bitLength();
            BigInteger bits = BigInteger.ONE.shiftLeft(127 - SCALE[n]).divide(power);
            UPPER[n] = bits.shiftRight(Long.SIZE).longValue();
            LOWER[n] = bits.longValue();
        }
    }

    private PlainDecimal() {}

    /// The number that the ASCII characters are; NaN where they are not such a number, which says nothing about whether they are
    /// a number at all.
    static double parse(byte[] bytes, int from, int to) {
        int at = from;
        boolean negative = at < to && bytes[at] == '-';
        at += negative || (at < to && bytes[at] == '+') ? 1 : 0;
        if (to - at > MOST_DECIMALS + 2) {
            return Double.NaN;
        }
        long digits = 0;
        int count = 0;
        int point = -1;
        int first = at;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
                count += digits == 0 ? 0 : 1;
            } else if (bytes[at] == '.' && point < 0) {
                point = at;
            } else {
                return Double.NaN;
            }
        }
        int decimals = point < 0 ? 0 : to - point - 1;
        if (to - first == (point < 0 ? 0 : 1) || point == to - 1 || count > MOST_DIGITS || decimals > MOST_DECIMALS) {
            return Double.NaN;
        }
        double number = count <= EXACT_DIGITS && decimals <= EXACT_DIGITS ? digits / POWERS[decimals] : scaled(digits, decimals);
        return negative ? -number : number;
    }

    /// The double nearest to `digits` (unsigned) divided by 10^`decimals`; NaN where 128 bits of the inverse do not tell.
    private static double scaled(long digits, int decimals) {
        if (digits == 0) {
            return 0;
        }
        int shift = Long.numberOfLeadingZeros(digits);
        long factor = digits << shift;
        // The upper 128 of the 192 bits of the product. What was cut off, here and of the inverse, makes it too small by less
        // than 2 in the last of them.
        long middle = Math.unsignedMultiplyHigh(factor, LOWER[decimals]);
        long low = factor * UPPER[decimals] + middle;
        long high = Math.unsignedMultiplyHigh(factor, UPPER[decimals]) + (Long.compareUnsigned(low, middle) < 0 ? 1 : 0);
        // The first of the 53 bits of a double is the first or the second of these.
        int spare = high < 0 ? 11 : 10;
        long half = 1L << (spare - 1);
        long rest = high & (2 * half - 1);
        if ((rest == half && low == 0) || (rest == half - 1 && low == -1)) {
            return Double.NaN;
        }
        long mantissa = (high >>> spare) + (rest >= half ? 1 : 0);
        // The bits above the 52 of a double are added to its exponent, also where rounding made them one more.
        int exponent = spare + 1 + SCALE[decimals] - shift;
        return Double.longBitsToDouble(((exponent + 1_074L) << 52) + mantissa);
    }
}
