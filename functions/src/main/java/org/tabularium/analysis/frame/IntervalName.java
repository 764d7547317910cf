package org.tabularium.analysis.frame;

import org.tabularium.shell.DeclaredRows;

/// What an interval of a proportion is called.
public final class IntervalName {

    private IntervalName() {}

    /// An interval's name in a sentence.
    public static String of(DeclaredRows.Interval interval) {
        return switch (interval) {
            case CLOPPER_PEARSON -> "exact (Clopper–Pearson)";
            case WILSON -> "Wilson's";
            case JEFFREYS -> "Jeffreys'";
            case AGRESTI_COULL -> "Agresti–Coull's";
            case NONE -> "";
        };
    }
}
