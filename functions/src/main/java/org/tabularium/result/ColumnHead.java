package org.tabularium.result;

import java.util.BitSet;

/// A column of subjects.
///
/// @param arm the arm; empty for the total column
/// @param label header text
/// @param subjects the subjects counted in it: those of the population in the arm
public record ColumnHead(String arm, String label, BitSet subjects) {

    /// The column's N.
    public int n() {
        return subjects.cardinality();
    }

    public boolean isTotal() {
        return arm.isEmpty();
    }
}
