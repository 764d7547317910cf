package org.tabularium.selection.bds.laboratory;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import org.tabularium.result.obstacle.RecordObstacle;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.bds.BdsParameter;

/// The level at baseline that every record of a subject repeats (BTOXGR, BNRIND).
final class RepeatedBaseline {

    private RepeatedBaseline() {}

    /// Reads it of a parameter's records.
    ///
    /// @param variable the variable that says it, for the message
    /// @param level of a row; `none` where the row does not say it
    /// @param none what stands for no level
    /// @return by subject; `none` where no record says it
    /// @throws NotProducedException where two records of a subject contradict each other; the reason names their rows
    static int[] of(BdsParameter parameter, String variable, IntUnaryOperator level, int none) throws NotProducedException {
        JoinedRecords records = parameter.records();
        int[] found = new int[records.data().subjectCount()];
        int[] from = new int[found.length];
        Arrays.fill(found, none);
        BitSet rows = parameter.every();
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            int said = level.applyAsInt(row);
            int subject = records.subject(row);
            if (said != none && found[subject] != none && found[subject] != said) {
                throw new NotProducedException(new RecordObstacle.TwoBaselines(records.name(), variable, parameter.code(),
                        records.dataset().sourceRow(from[subject]), records.dataset().sourceRow(row)));
            }
            if (said != none && found[subject] == none) {
                found[subject] = said;
                from[subject] = row;
            }
        }
        return found;
    }
}
