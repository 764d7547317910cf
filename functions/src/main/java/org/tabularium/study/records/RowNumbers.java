package org.tabularium.study.records;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.tabularium.dataset.TextColumn;

/// What rows say, as numbers from 0; [BdsColumns#NONE] where they say nothing.
@FunctionalInterface
interface RowNumbers {

    int of(int row);

    /// The numbers of rows that follow each other.
    default void fill(int from, int count, int[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = of(from + i);
        }
    }

    /// The rows whose number passes.
    ///
    /// @param rows how many rows there are
    default BitSet rows(int rows, IntPredicate passes) {
        BitSet found = new BitSet(rows);
        for (int row = 0; row < rows; row++) {
            if (passes.test(of(row))) {
                found.set(row);
            }
        }
        return found;
    }

    /// By the text of a column: each distinct text has its number.
    ///
    /// @param byCode the number of each text of the dictionary
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Coded(TextColumn column, int[] byCode) implements RowNumbers {

        @Override
        public int of(int row) {
            return byCode[column.code(row)];
        }

        @Override
        public void fill(int from, int count, int[] into) {
            column.codes(from, count, into);
            for (int i = 0; i < count; i++) {
                into[i] = byCode[into[i]];
            }
        }

        @Override
        public BitSet rows(int rows, IntPredicate passes) {
            boolean[] passing = new boolean[byCode.length];
            for (int code = 0; code < passing.length; code++) {
                passing[code] = passes.test(byCode[code]);
            }
            return column.rows(passing);
        }
    }
}
