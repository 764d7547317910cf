package org.tabularium.analysis.frame;

import java.util.BitSet;
import org.tabularium.analysis.event.SubjectsAnalysis;
import org.tabularium.selection.JoinedRecords;

/// The records that a row of events counts.
///
/// @param records the dataset
/// @param rows its records of the row, of subjects of the population
/// @param shown whether their number is shown beside the subjects
public record EventRows(JoinedRecords records, BitSet rows, boolean shown) {

    /// Records by column.
    long[] byColumn(TableFrame frame) {
        return SubjectsAnalysis.events(frame, records, rows);
    }
}
