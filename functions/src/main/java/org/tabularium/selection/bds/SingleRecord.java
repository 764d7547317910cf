package org.tabularium.selection.bds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.tabularium.result.obstacle.RecordObstacle;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;

/// The one record of each subject where a table allows no more.
public final class SingleRecord {

    private static final int NAMED = 5;

    private SingleRecord() {}

    /// For each subject the row of its record of a parameter; −1 for none.
    ///
    /// @throws NotProducedException where a subject has two; the reason names their rows
    public static int[] of(BdsParameter parameter) throws NotProducedException {
        JoinedRecords records = parameter.records();
        int[] recordOf = new int[records.data().subjectCount()];
        Arrays.fill(recordOf, -1);
        List<RecordObstacle.Pair> twice = new ArrayList<>();
        BitSet rows = parameter.rows();
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            int subject = records.subject(row);
            if (recordOf[subject] >= 0) {
                twice.add(new RecordObstacle.Pair("", records.dataset().sourceRow(recordOf[subject]),
                        records.dataset().sourceRow(row)));
            }
            recordOf[subject] = row;
        }
        if (!twice.isEmpty()) {
            throw new NotProducedException(new RecordObstacle.SeveralOfSubject(records.name(), parameter.code(),
                    List.copyOf(twice.subList(0, Math.min(NAMED, twice.size()))), Math.max(0, twice.size() - NAMED),
                    Dimensions.choice(parameter)));
        }
        return recordOf;
    }
}
