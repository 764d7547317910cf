package org.tabularium.study.records;

/// The censoring indicator of a time to an event (CNSR), as ADaM has it: 0 is the event, whole numbers above 0 are reasons of
/// censoring. What any other number means is not known.
public final class Censoring {

    /// The time ends in the event.
    public static final double EVENT = 0;

    private Censoring() {}

    /// Whether a number tells the event or censoring.
    ///
    /// @param value not NaN
    public static boolean isClear(double value) {
        return value >= EVENT && value == Math.rint(value);
    }
}
