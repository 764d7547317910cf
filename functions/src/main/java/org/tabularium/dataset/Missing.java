package org.tabularium.dataset;

/// SAS's 28 missing values: `.`, `._` and `.A` to `.Z`. A missing number is a NaN whose payload names which of them it is, so
/// that a numeric
/// column is one array of doubles and nothing is boxed.
public final class Missing {

    private static final long QUIET_NAN = 0x7ff8_0000_0000_0000L;

    /// The ordinary missing value, `.`.
    public static final double DOT = of('.');

    private Missing() {}

    /// The double that stands for a missing value.
    ///
    /// @param code `.`, `_` or `A` to `Z`
    /// @throws IllegalArgumentException for any other character
    public static double of(char code) {
        if (code != '.' && code != '_' && (code < 'A' || code > 'Z')) {
            throw new IllegalArgumentException("not a SAS missing value: " + (int) code);
        }
        return Double.longBitsToDouble(QUIET_NAN | code);
    }

    /// Which missing value a NaN stands for: `.`, `_` or `A` to `Z`; `.` for a NaN that no reader made.
    public static char code(double missing) {
        char code = (char) (Double.doubleToRawLongBits(missing) & 0xff);
        return code == '_' || (code >= 'A' && code <= 'Z') ? code : '.';
    }
}
