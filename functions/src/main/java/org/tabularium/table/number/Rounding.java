package org.tabularium.table.number;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Rounding for display: half away from zero, where a half is what a person would call one.
///
/// A double that stands for 42.65 is 42.6499999999999985…; rounded as it is, it would become 42.6. So a value within 1e-12
/// (relative) of the decimal midpoint
/// counts as the midpoint and goes away from zero: 42.65 to one decimal is 42.7, 1.375 to two is 1.38. Where 1e-12 of the value
/// is more than a hundredth
/// of the last decimal shown (values over ten thousand million units of it), a hundredth is the limit, or whole numbers near 1e13
/// would look like halves.
///
/// SAS rounds half away from zero with a fuzz of its own; R and C round the binary value, and R's `round` goes to the even digit
/// at halves. Zero has no sign.
public final class Rounding {

    private static final BigDecimal TIE = new BigDecimal("1e-12");

    private Rounding() {}

    /// The value with exactly this many decimals.
    ///
    /// @param value finite
    /// @param decimals digits after the decimal mark, 0 or more
    /// @throws IllegalArgumentException if the value is NaN or infinite, or `decimals` is negative
    public static BigDecimal halfAwayFromZero(double value, int decimals) {
        if (decimals < 0) {
            throw new IllegalArgumentException("decimals must not be negative: " + decimals);
        }
        return halfAwayFromZero(finite(value), decimals);
    }

    /// The value with this many significant figures, trailing zeros included: 0.0995 to two is 0.10, 12 to two is 12, 1234 to two
    /// is 1200.
    ///
    /// @param value finite
    /// @param figures 1 or more
    /// @return zero has `figures` − 1 decimals
    /// @throws IllegalArgumentException if the value is NaN or infinite, or `figures` is below 1
    static BigDecimal significant(double value, int figures) {
        if (figures < 1) {
            throw new IllegalArgumentException("significant figures must be at least one: " + figures);
        }
        BigDecimal exact = finite(value);
        int exponent = exact.signum() == 0 ? 0 : exact.precision() - exact.scale() - 1;
        int decimals = figures - 1 - exponent;
        BigDecimal rounded = halfAwayFromZero(exact, decimals);
        // 0.0995 has become 0.100: one figure more than asked, and a zero
        BigDecimal figured = rounded.precision() > figures && decimals > 0
                ? rounded.setScale(decimals - 1, RoundingMode.UNNECESSARY)
                : rounded;
        return figured.scale() < 0 ? figured.setScale(0, RoundingMode.UNNECESSARY) : figured;
    }

    private static BigDecimal halfAwayFromZero(BigDecimal exact, int decimals) {
        BigDecimal size = exact.abs();
        BigDecimal below = size.setScale(decimals, RoundingMode.DOWN);
        BigDecimal midpoint = below.add(BigDecimal.valueOf(5, decimals + 1));
        BigDecimal fuzz = midpoint.multiply(TIE).min(BigDecimal.valueOf(1, decimals + 2));
        BigDecimal rounded = size.compareTo(midpoint.subtract(fuzz)) >= 0 ? below.add(BigDecimal.valueOf(1, decimals)) : below;
        return exact.signum() < 0 ? rounded.negate() : rounded;
    }

    private static BigDecimal finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("only finite numbers can be rounded, not " + value);
        }
        return new BigDecimal(value);
    }
}
