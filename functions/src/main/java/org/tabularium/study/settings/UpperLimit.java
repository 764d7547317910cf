package org.tabularium.study.settings;

import java.math.BigDecimal;

/// An upper limit of a criterion: below a number, or at most that number. Publications differ in which of the two they mean.
///
/// @param value the number
/// @param inclusive whether the number itself still satisfies
public record UpperLimit(BigDecimal value, boolean inclusive) {

    /// A limit that is itself too much.
    public static UpperLimit below(String value) {
        return new UpperLimit(new BigDecimal(value), false);
    }

    /// A limit that is itself allowed.
    public static UpperLimit atMost(String value) {
        return new UpperLimit(new BigDecimal(value), true);
    }

    /// Whether a number satisfies the criterion, compared in decimals.
    public boolean admits(BigDecimal number) {
        int order = number.compareTo(value);
        return order < 0 || (inclusive && order == 0);
    }

    /// "below 0.5", "at most 5".
    public String words() {
        return (inclusive ? "at most " : "below ") + value.stripTrailingZeros().toPlainString();
    }
}
