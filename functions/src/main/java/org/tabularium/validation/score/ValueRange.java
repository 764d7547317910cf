package org.tabularium.validation.score;

import org.tabularium.study.ValueText;

/// Between which values some values lie.
record ValueRange(double least, double most) {

    /// What differs by less, relative to the largest, is the same.
    private static final double NOISE = 1e-7;

    /// The range of one value.
    static ValueRange of(double only) {
        return new ValueRange(only, only);
    }

    ValueRange and(ValueRange other) {
        return new ValueRange(Math.min(least, other.least), Math.max(most, other.most));
    }

    /// Whether a value lies outside, by more than noise.
    boolean leavesOut(double value) {
        return leavesOut(least, most, value);
    }

    /// Whether a value lies outside a range, by more than noise.
    static boolean leavesOut(double least, double most, double value) {
        if (value >= least && value <= most) {
            return false;
        }
        double noise = NOISE * Math.max(Math.abs(value), Math.max(Math.abs(least), Math.abs(most)));
        return value < least - noise || value > most + noise;
    }

    /// As text: `4.2`, or `4.2 to 4.6`.
    String text() {
        return ValueText.number(least) + (least == most ? "" : " to " + ValueText.number(most));
    }
}
