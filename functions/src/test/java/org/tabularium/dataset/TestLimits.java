package org.tabularium.dataset;

/// Limits for tests.
public final class TestLimits {

    private TestLimits() {}

    /// These limits, and for all others what holds where nothing is set.
    public static InputLimits of(long file, long rows, int columns, int cell, long expanded, int ratio) {
        return new InputLimits(file, rows, columns, cell, expanded, ratio, InputLimits.DEFAULT.jsonNesting(),
                InputLimits.DEFAULT.numberLength(), InputLimits.DEFAULT.seconds(), InputLimits.DEFAULT.scratchBytes());
    }
}
