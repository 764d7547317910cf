package org.tabularium.statistic;

import org.assertj.core.data.Offset;

/// Closeness relative to the expected number.
public final class Relative {

    private Relative() {}

    public static Offset<Double> within(double expected, double tolerance) {
        return Offset.offset(Math.abs(expected) * tolerance);
    }
}
