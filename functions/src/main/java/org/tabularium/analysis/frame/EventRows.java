package org.tabularium.analysis.frame;

import java.util.BitSet;
import java.util.List;
import org.tabularium.selection.JoinedRecords;

/// The records that a row of events counts.
///
/// @param records the dataset
/// @param rows its records of the row, of subjects of the population
/// @param shown whether their number is shown beside the subjects
public record EventRows(JoinedRecords records, BitSet rows, boolean shown) {

    /// Records by column.
    long[] byColumn(TableFrame frame) {
        long[] events = new long[frame.columns().size()];
        List<BitSet> own = TreatmentsOfRecords.byColumn(frame, records, rows, of -> of);
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            for (int i = 0; i < events.length; i++) {
                if (own.get(i).get(row) && frame.columns().get(i).subjects().get(records.subject(row))) {
                    events[i]++;
                }
            }
        }
        return events;
    }
}
