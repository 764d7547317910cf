package org.tabularium.dataset.xport;

import org.tabularium.dataset.Missing;

/// IBM System/360 floating point, in which SAS XPORT keeps numbers.
///
/// A number is a sign bit, an exponent of 16 in 7 bits with excess 64, and a fraction of 56 bits below the point: ±0.f × 16^(e −
/// 64). A shorter number
/// lacks the fraction's last bytes. Every such value lies well inside the range of a double, and what a double was made into
/// comes back exactly; a
/// fraction of more than 53 significant bits (only IBM hardware makes one) is rounded half to even, where SAS on other machines
/// may truncate.
///
/// A fraction of zero with a first byte of `.`, `_` or `A` to `Z` is a missing value. Source: SAS Technical Support document
/// TS-140.
final class IbmFloat {

    private static final long SIGN = Long.MIN_VALUE;
    private static final long FRACTION = 0x00ff_ffff_ffff_ffffL;
    /// Exponent of two of the last fraction bit at e = 0, with a double's excess: 1023 − 4·64 − 56.
    private static final int EXCESS = 711;

    /// Zero or a missing value, by the first byte of a number without a fraction.
    private static final double[] WITHOUT_FRACTION = ofFirstBytes();

    private IbmFloat() {}

    /// The double of eight bytes, the first one the highest.
    static double toDouble(long ibm) {
        long fraction = ibm & FRACTION;
        if (fraction == 0) {
            return WITHOUT_FRACTION[(int) (ibm >>> 56)];
        }
        long exponent = (ibm >>> 56) & 0x7f;
        double scale = Double.longBitsToDouble((EXCESS + 4 * exponent) << 52);
        return Double.longBitsToDouble(Double.doubleToRawLongBits(fraction * scale) | (ibm & SIGN));
    }

    private static double[] ofFirstBytes() {
        double[] numbers = new double[1 << Byte.SIZE];
        numbers['.'] = Missing.of('.');
        numbers['_'] = Missing.of('_');
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            numbers[letter] = Missing.of(letter);
        }
        return numbers;
    }
}
