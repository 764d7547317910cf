package org.tabularium.analysis.frame;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.tabularium.result.Behind.Records;
import org.tabularium.selection.JoinedRecords;

/// The records that a row of events counts.
///
/// @param records the dataset
/// @param rows its records of the row, of subjects of the population
/// @param shown whether their number is shown beside the subjects
public record EventRows(JoinedRecords records, BitSet rows, boolean shown) {

    /// The records by column: those of its own treatment where subjects had several.
    List<Optional<Records>> behind(TableFrame frame) {
        if (frame.arms().several() == null) {
            return Collections.nCopies(frame.columns().size(), Optional.ofNullable(records.behind(() -> rows)));
        }
        return frame.columns().stream()
                .map(column -> Optional.ofNullable(
                        records.behind(() -> TreatmentsOfRecords.in(column, records, rows, frame))))
                .toList();
    }

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
