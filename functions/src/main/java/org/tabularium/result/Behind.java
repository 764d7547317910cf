package org.tabularium.result;

import java.util.BitSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Who is behind a result. The sets are rows of ADSL, shared by many results and never written to; what is asked of them is a set
/// of its own, made when it is asked for.
///
/// @param counted who has what is counted, summarised or tested: the level, a value, the event. May hold others than those of
///     the denominator
/// @param of whom they are of: the population, those with a value at a visit
/// @param within both are of these: the column's subjects, or those of all arms compared
/// @param records the records it was made of; null where they stand in no file
public record Behind(BitSet counted, BitSet of, BitSet within, @Nullable Records records) {

    /// All of a column's subjects: its N.
    public static Behind column(ColumnHead column) {
        return new Behind(column.subjects(), column.subjects(), column.subjects(), null);
    }

    /// Of those counted those in the denominator.
    public BitSet numerator() {
        BitSet subjects = denominator();
        subjects.and(counted);
        return subjects;
    }

    /// Of whom the numerator is.
    public BitSet denominator() {
        BitSet subjects = (BitSet) within.clone();
        subjects.and(of);
        return subjects;
    }

    /// Records of a dataset. One object stands for the same records in all columns and statistics of a row: those behind a result
    /// are those of its numerator's subjects among them.
    ///
    /// @param dataset our name of it
    /// @param rows their rows as read, from 0; found when asked for, since few readers ask
    public record Records(String dataset, Supplier<BitSet> rows) {}
}
