package org.tabularium.study.records;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Some of a dataset's rows, which mostly are all of them: then nothing is held.
final class SomeRows {

    private final int size;
    /// Null where they are all.
    private final @Nullable BitSet some;

    private SomeRows(int size, @Nullable BitSet some) {
        this.size = size;
        this.some = some;
    }

    /// All rows.
    static SomeRows all(int size) {
        return new SomeRows(size, null);
    }

    /// Some rows, which the caller does not change any more.
    static SomeRows of(int size, BitSet some) {
        return new SomeRows(size, some.cardinality() == size ? null : some);
    }

    /// The rows that pass.
    static SomeRows of(int size, IntPredicate passes) {
        BitSet some = new BitSet(size);
        for (int row = 0; row < size; row++) {
            if (passes.test(row)) {
                some.set(row);
            }
        }
        return of(size, some);
    }

    boolean get(int row) {
        return some == null ? row < size : some.get(row);
    }

    /// Those of other rows that are among these; the same object where all are.
    BitSet among(BitSet rows) {
        if (some == null) {
            return rows;
        }
        BitSet both = (BitSet) rows.clone();
        both.and(some);
        return both.equals(rows) ? rows : both;
    }
}
