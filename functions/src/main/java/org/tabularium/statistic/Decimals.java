package org.tabularium.statistic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as the decimals a person wrote down: how many decimals a variable was collected with, and which of two values is the greater.
public final class Decimals {

    /// No variable is taken to be collected with more decimals than this.
    public static final int MOST = 2;

    /// Digits that are meant; a double has noise behind them.
    private static final MathContext NOISE_FREE = new MathContext(12, RoundingMode.HALF_UP);

    /// Below it, two decimals are within the digits that are meant.
    private static final double PLAIN = 1e9;

    /// More than rounding to 12 digits can take off, relative to the value.
    private static final double BEYOND_NOISE = 1e-11;

    /// Two doubles that differ by more than this, relative to the larger, differ as written too.
    private static final double CLEARLY_APART = 1e-9;

    private Decimals() {}

    /// The value as a person would have written it: rounded to 12 significant digits, which takes off binary noise, without trailing zeros.
    ///
    /// @param value finite
    /// @return 0.67, 13, 4.5; never with a negative scale
    /// @throws IllegalArgumentException if the value is NaN or infinite
    public static BigDecimal asWritten(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("only finite numbers can be written, not " + value);
        }
        BigDecimal written = new BigDecimal(value).round(NOISE_FREE).stripTrailingZeros();
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

    /// The number of decimals seen most in the values, after binary noise is taken off ([#asWritten]); of two seen equally often the larger.
    /// Values with more than two decimals (computed ones: 11.0833333333) count as two. The display rules add one for mean, median and quartiles, two for the SD.
    ///
    /// @param values in any order; NaN (missing) and infinite values are passed over
    /// @return 0, 1 or 2; 0 where there is no value
    public static int collected(double[] values) {
        int[] seen = new int[MOST + 1];
        for (double value : values) {
            if (Double.isFinite(value)) {
                seen[decimals(value)]++;
            }
        }
        int most = 0;
        for (int decimals = 1; decimals <= MOST; decimals++) {
            if (seen[decimals] > 0 && seen[decimals] >= seen[most]) {
                most = decimals;
            }
        }
        return most;
    }

    /// The decimals of one value, 2 for more. What is clear from the double itself needs no decimal arithmetic, which takes fifty times as long.
    private static int decimals(double value) {
        double hundreds = Math.rint(value * 100);
        if (Math.abs(value) < PLAIN) {
            if (value == hundreds / 100) {
                return hundreds % 100 == 0 ? 0 : hundreds % 10 == 0 ? 1 : MOST;
            }
            if (Math.abs(value - hundreds / 100) > BEYOND_NOISE * Math.abs(value)) {
                return MOST;
            }
        }
        return Math.min(asWritten(value).scale(), MOST);
    }
}
