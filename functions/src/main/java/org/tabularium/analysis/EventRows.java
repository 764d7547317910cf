package org.tabularium.analysis;

import java.util.BitSet;

/// The records that a row of events counts.
///
/// @param records the dataset
/// @param rows its records of the row, of subjects of the population
/// @param shown whether their number is shown beside the subjects
record EventRows(Records records, BitSet rows, boolean shown) {

    /// Records by column.
    long[] byColumn(Frame frame) {
        return SubjectsAnalysis.events(frame, records, rows);
    }
}
