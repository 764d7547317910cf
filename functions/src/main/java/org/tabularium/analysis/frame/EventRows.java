package org.tabularium.analysis.frame;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tabularium.result.Behind.Records;
import org.tabularium.result.ColumnHead;
import org.tabularium.result.Method;
import org.tabularium.selection.JoinedColumn;
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

    /// Events by column: records, or of those that agree in the variables by which the shell tells events apart one a subject.
    long[] byColumn(TableFrame frame) {
        long[] events = new long[frame.columns().size()];
        if (!frame.shell().distinct().isEmpty()) {
            for (int i = 0; i < events.length; i++) {
                ColumnHead column = frame.columns().get(i);
                events[i] = distinct(TreatmentsOfRecords.in(column, records, rows, frame), frame).stream()
                        .filter(row -> column.subjects().get(records.subject(row))).count();
            }
            return events;
        }
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

    /// The records that are events: all, or the first of those of a subject that agree in the variables by which the shell tells
    /// events apart. A record without a value of one of them is an event of its own.
    BitSet distinct(BitSet of, TableFrame frame) {
        List<JoinedColumn> fields = frame.shell().distinct().stream().flatMap(v -> records.field(v).stream()).toList();
        if (fields.isEmpty()) {
            return of;
        }
        Set<List<String>> known = new HashSet<>();
        BitSet distinct = new BitSet();
        for (int row = of.nextSetBit(0); row >= 0; row = of.nextSetBit(row + 1)) {
            int at = row;
            List<String> key = new ArrayList<>(fields.stream().map(field -> field.text(at)).toList());
            boolean missing = key.contains("");
            key.add(String.valueOf(records.subject(row)));
            if (missing || known.add(key)) {
                distinct.set(row);
            }
        }
        return distinct;
    }

    /// How events are counted.
    static Method method(Method counted, TableFrame frame) {
        List<String> distinct = frame.shell().distinct();
        return distinct.isEmpty() ? counted : counted.with("distinct", String.join(", ", distinct));
    }
}
