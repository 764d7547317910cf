package org.tabularium.table.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.Collectors;

/// Numbers as the reader sees them, in one house style.
///
/// NaN and infinite numbers stand for what is not estimable and print as "NE". Minus is U+2212, thousands are not grouped, a
/// number below one has its zero.
///
/// @param style the house style's settings
public record NumberFormatter(NumberStyle style) {

    /// What is printed for a statistic that could not be computed.
    public static final String NOT_ESTIMABLE = "NE";

    /// U+2212, which is as wide as a plus and never breaks a line.
    public static final char MINUS = '\u2212';

    private static final double SMALLEST_P = 0.0001;
    private static final double NOISE = 1e-12;

    /// Significant digits that a double holds.
    private static final int DIGITS = 16;

    /// Numbers below it have room for the decimals of any display.
    private static final double MANY_DIGITS = 1e9;

    /// Whole numbers below it are exact in a double.
    private static final BigDecimal EXACT = BigDecimal.valueOf(1L << 53);

    /// Numbers of at least so much have spaces between thousands.
    private static final BigDecimal GROUPED = BigDecimal.valueOf(10_000);

    /// U+202F, thin and never the end of a line.
    private static final char THIN = '\u202F';

    private static final MathContext FIGURES = new MathContext(6, RoundingMode.HALF_UP);
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// A number with a fixed number of decimals: "42.7".
    public String fixed(double value, int decimals) {
        return Double.isFinite(value) ? text(rounded(value, decimals)) : NOT_ESTIMABLE;
    }

    /// The number that is shown: rounded half away from zero, to no more decimals than a double of its size holds.
    ///
    /// @param value finite
    /// @throws IllegalArgumentException if the value is NaN or infinite, or `decimals` is negative
    public BigDecimal rounded(double value, int decimals) {
        double size = Math.abs(value);
        if (size >= MANY_DIGITS) {
            int whole = new BigDecimal(size).setScale(0, RoundingMode.DOWN).precision();
            return Rounding.halfAwayFromZero(value, Math.min(decimals, Math.max(0, DIGITS - whole)));
        }
        return Rounding.halfAwayFromZero(value, decimals);
    }

    /// A number that is already rounded, with the style's decimal mark. Where a double does not hold all of its whole digits
    /// (2^53 and more), a few
    /// of them and the power of ten: "3.33333 × 10⁵⁹".
    public String text(BigDecimal displayed) {
        if (displayed.abs().compareTo(EXACT) >= 0) {
            BigDecimal figures = displayed.round(FIGURES);
            int exponent = figures.precision() - figures.scale() - 1;
            return text(figures.movePointLeft(exponent).stripTrailingZeros()) + " × 10" + superscript(exponent);
        }
        String plain = displayed.toPlainString().replace('.', style.decimalMark()).replace('-', MINUS);
        return style.thinSpaces() && displayed.abs().compareTo(GROUPED) >= 0 ? grouped(plain) : plain;
    }

    private String grouped(String plain) {
        int mark = plain.indexOf(style.decimalMark());
        StringBuilder spaced = new StringBuilder(plain);
        for (int at = (mark < 0 ? plain.length() : mark) - 3; at > 0 && Character.isDigit(plain.charAt(at - 1)); at -= 3) {
            spaced.insert(at, THIN);
        }
        return spaced.toString();
    }

    private static String superscript(int number) {
        return Integer.toString(number).chars().mapToObj(digit -> SUPERSCRIPTS.substring(digit - '0', digit - '0' + 1))
                .collect(Collectors.joining());
    }

    /// A count with its percentage: "12 (54.5%)", "22 (100%)", "1 (<0.1%)"; a count of zero is "0".
    ///
    /// @param count 0 to `denominator`
    /// @param denominator 0 is allowed with a count of 0
    /// @throws IllegalArgumentException if `count` is not 0 to `denominator`
    public String countPercent(long count, long denominator) {
        String percent = percent(count, denominator);
        return count == 0 ? "0" : count + " (" + percent + ")";
    }

    /// A percentage alone, rounded from the integers: "54.5%", "0%", "100%"; below half of the last decimal "<0.1%"; what would
    /// round to 100.0 without being all
    /// ">99.9%". Of nobody it is "NE".
    ///
    /// @param count 0 to `denominator`
    /// @param denominator the whole
    /// @throws IllegalArgumentException if `count` is not 0 to `denominator`
    public String percent(long count, long denominator) {
        if (count < 0 || count > denominator) {
            throw new IllegalArgumentException(
                    "a percentage's count is 0 to its denominator, not " + count + " of " + denominator);
        }
        if (denominator == 0) {
            return NOT_ESTIMABLE;
        }
        if (count == 0 || count == denominator) {
            return count == 0 ? "0%" : "100%";
        }
        int decimals = percentDecimals(denominator);
        BigDecimal unit = BigDecimal.valueOf(1, decimals);
        BigDecimal percent = BigDecimal.valueOf(count)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(denominator), decimals, RoundingMode.HALF_UP);
        if (percent.signum() == 0) {
            return "<" + text(unit) + "%";
        }
        BigDecimal all = BigDecimal.valueOf(100);
        return percent.compareTo(all) == 0 ? ">" + text(all.subtract(unit)) + "%" : text(percent) + "%";
    }

    /// How many decimals a percentage of this denominator has.
    public int percentDecimals(long denominator) {
        return style.wholePercentBelow100() && denominator < 100 ? 0 : style.percentDecimals();
    }

    /// Two limits with an en dash, "32.0–39.8"; with " to " where a limit is shown negative: "−1.5 to 2.0".
    ///
    /// @param from as it is shown
    /// @param to as it is shown
    public static String range(String from, String to) {
        return from + (from.indexOf(MINUS) >= 0 || to.indexOf(MINUS) >= 0 ? " to " : "–") + to;
    }

    /// A confidence interval beside its estimate: "(19.4, 99.2)", "(19·4–99·2)"; limits of a proportion are to be given in
    /// percent.
    public String interval(double lower, double upper, int decimals) {
        return switch (style.interval()) {
            case COMMA -> limits(lower, upper, decimals);
            case DASH -> "(" + limits(lower, upper, decimals) + ")";
        };
    }

    /// A confidence interval in a cell of its own: "(19.4, 99.2)", "19·4–99·2".
    public String limits(double lower, double upper, int decimals) {
        String from = fixed(lower, decimals);
        String to = fixed(upper, decimals);
        return switch (style.interval()) {
            case COMMA -> "(" + from + ", " + to + ")";
            case DASH -> range(from, to);
        };
    }

    /// A p-value in the style's manner. Below 0.0001 it is "<0.0001"; what would round to 1 without being 1 is ">0.9999" (">0.99"
    /// with two figures); exactly 1
    /// (within 1e-12) is "1.0000" ("p=1.0").
    ///
    /// @param p 0 to 1, or NaN for "NE"
    /// @throws IllegalArgumentException if p is outside 0 to 1 by more than computing noise
    public String pValue(double p) {
        if (Double.isNaN(p)) {
            return NOT_ESTIMABLE;
        }
        if (p < 0 || p > 1 + NOISE) {
            throw new IllegalArgumentException("a p-value is 0 to 1, not " + p);
        }
        return switch (style.pValue()) {
            case FOUR_DECIMALS -> {
                String shown = comparedP(p, Rounding.halfAwayFromZero(p, 4), "0.9999");
                yield shown.startsWith("=") ? shown.substring(1) : shown;
            }
            case TWO_FIGURES -> "p" + comparedP(p, Rounding.significant(p, 2), "0.99");
        };
    }

    private String comparedP(double p, BigDecimal rounded, String largest) {
        if (p < SMALLEST_P * (1 - NOISE)) {
            return "<" + text(new BigDecimal("0.0001"));
        }
        boolean one = Math.abs(1 - p) <= NOISE;
        return rounded.compareTo(BigDecimal.ONE) == 0 && !one ? ">" + text(new BigDecimal(largest)) : "=" + text(rounded);
    }
}
