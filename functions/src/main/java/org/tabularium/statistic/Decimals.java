package org.tabularium.statistic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/// Numbers as the decimals a person wrote down: how many decimals a variable was collected with, and which of two values is the
/// greater.
public final class Decimals {

    /// Values with more decimals than this are computed ones.
    private static final int MOST_COLLECTED = 3;

    /// No computed variable is shown with more decimals than this.
    private static final int MOST_COMPUTED = 6;

    private static final double[] SCALES = {1, 10, 100, 1000};

    /// Whole numbers below it are exact in a double.
    private static final double EXACT = 0x1p53;

    /// A smaller number to which this is added has no room for a fraction: it is rounded as `Math.rint` does, in code of any
    /// compiler.
    private static final double NO_FRACTION = 0x1.8p52;

    /// Whole numbers from here on have more digits than are otherwise meant.
    private static final double LONG = 1e12;

    /// Digits that are meant; a double has noise behind them.
    private static final MathContext NOISE_FREE = new MathContext(12, RoundingMode.HALF_UP);

    /// Below it, three decimals are within the digits that are meant.
    private static final double PLAIN = 1e8;

    /// More than rounding to 12 digits can take off, relative to the value.
    private static final double BEYOND_NOISE = 1e-11;

    /// What is left of a difference of numbers that are equal as written, relative to the largest value of the variable.
    private static final double NOTHING = 1e-10;

    /// Two doubles that differ by more than this, relative to the larger, differ as written too.
    private static final double CLEARLY_APART = 1e-9;

    private Decimals() {}

    /// The value as a person would have written it: rounded to 12 significant digits, which takes off binary noise, without
    /// trailing zeros. Whole
    /// digits below 2^53 all stay: 1234567890123 is itself.
    ///
    /// @param value finite
    /// @return 0.67, 13, 4.5; never with a negative scale
    /// @throws IllegalArgumentException if the value is NaN or infinite
    public static BigDecimal asWritten(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("only finite numbers can be written, not " + value);
        }
        double size = Math.abs(value);
        BigDecimal written = size >= LONG && size < EXACT
                ? new BigDecimal(value).setScale(0, RoundingMode.HALF_UP)
                : new BigDecimal(value).round(NOISE_FREE).stripTrailingZeros();
        return written.scale() < 0 ? written.setScale(0, RoundingMode.UNNECESSARY) : written;
    }

    /// Compares two values as a person would have written them ([#asWritten]), so that 0.1 + 0.2 equals 0.3.
    ///
    /// @param a finite
    /// @param b finite
    /// @return negative, 0 or positive as `a` is less than, equal to or greater than `b`
    public static int compare(double a, double b) {
        return isClear(a, b) ? Double.compare(a, b) : asWritten(a).compareTo(asWritten(b));
    }

    /// Compares a value with a multiple of another, all as written: 96 equals 2.4 times 40, whatever the product is in binary.
    ///
    /// @param value finite
    /// @param factor finite
    /// @param of finite
    /// @return negative, 0 or positive as `value` is less than, equal to or greater than `factor` times `of`
    public static int compareToMultiple(double value, double factor, double of) {
        double product = factor * of;
        return isClear(value, product)
                ? Double.compare(value, product)
                : asWritten(value).compareTo(asWritten(factor).multiply(asWritten(of)));
    }

    private static boolean isClear(double a, double b) {
        return Math.abs(a - b) > CLEARLY_APART * Math.max(Math.abs(a), Math.abs(b));
    }

    /// The decimals that a variable is shown with: the largest number that any value has, after binary noise is taken off
    /// ([#asWritten]), up to three. Where a
    /// value has more, values are computed ones (11.0833333333), and the decimals are those that show the median of the absolute
    /// non-zero values with two
    /// significant digits, 1 to 6.
    ///
    /// @param values in any order; NaN (missing) and infinite values are passed over
    /// @return 0 to 6; 0 where there is no value
    public static int collected(double[] values) {
        return collected(List.of(values));
    }

    /// The decimals of a variable whose values lie in several arrays.
    public static int collected(List<double[]> parts) {
        return collected(parts, Integer.MAX_VALUE);
    }

    /// The same of values of which it is known that none has more decimals than these: then only so many are looked at as it
    /// takes to find one that has them.
    ///
    /// @param known how many decimals a value has at most, where that is up to three
    public static int collected(List<double[]> parts, int known) {
        double nothing = NOTHING * Math.min(largest(parts), 1);
        int most = 0;
        for (double[] values : parts) {
            for (int i = 0; i < values.length && most < known; i++) {
                double value = values[i];
                if (most <= MOST_COLLECTED && !has(value, most) && Double.isFinite(value)) {
                    most = Math.max(most, decimals(value, nothing));
                }
            }
        }
        return most <= MOST_COLLECTED ? most : computed(parts, nothing);
    }

    /// The largest absolute value, or one that is 1 or more.
    private static double largest(List<double[]> parts) {
        double largest = 0;
        for (double[] values : parts) {
            for (int i = 0; i < values.length && largest < 1; i++) {
                double size = Math.abs(values[i]);
                largest = size > largest && size <= Double.MAX_VALUE ? size : largest;
            }
        }
        return largest;
    }

    /// Whether a value certainly has no more decimals than these; false where only [#decimals] can tell.
    private static boolean has(double value, int decimals) {
        double scale = SCALES[decimals];
        return (value * scale + NO_FRACTION - NO_FRACTION) / scale == value && Math.abs(value) < PLAIN;
    }

    /// The decimals of a mean, median or quartile of values shown with these: one more, but not more than two unless the values
    /// have more.
    public static int ofCentre(int collected) {
        return Math.max(collected, Math.min(collected + 1, 2));
    }

    /// The decimals of a standard deviation or error of values shown with these: two more, but not more than three unless the
    /// values have more.
    public static int ofSpread(int collected) {
        return Math.max(collected, Math.min(collected + 2, 3));
    }

    private static int computed(List<double[]> parts, double nothing) {
        double[] sizes = parts.stream().flatMapToDouble(Arrays::stream).map(Math::abs)
                .filter(v -> Double.isFinite(v) && v > nothing).sorted().toArray();
        BigDecimal median = asWritten(sizes[(sizes.length - 1) / 2] / 2 + sizes[sizes.length / 2] / 2);
        int exponent = median.precision() - median.scale() - 1;
        return Math.clamp(1 - exponent, 1, MOST_COMPUTED);
    }

    /// The decimals of one value, [#MOST_COLLECTED] + 1 for more. What is clear from the double itself needs no decimal
    /// arithmetic, which takes fifty times as long.
    private static int decimals(double value, double nothing) {
        if (value == Math.rint(value)) {
            return 0;
        }
        if (Math.abs(value) >= PLAIN) {
            return Math.min(asWritten(value).scale(), MOST_COLLECTED + 1);
        }
        double thousands = Math.rint(value * 1000);
        double off = Math.abs(value - thousands / 1000);
        if (off > nothing && off > BEYOND_NOISE * Math.abs(value)) {
            return MOST_COLLECTED + 1;
        }
        if (off == 0 || off <= nothing) {
            return ofThousands(thousands);
        }
        return Math.min(asWritten(value).scale(), MOST_COLLECTED + 1);
    }

    private static int ofThousands(double thousands) {
        if (thousands % 10 != 0) {
            return 3;
        }
        if (thousands % 100 != 0) {
            return 2;
        }
        return thousands % 1000 == 0 ? 0 : 1;
    }
}
