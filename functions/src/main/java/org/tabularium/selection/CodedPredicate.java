package org.tabularium.selection;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.tabularium.dataset.TextColumn;

/// Tests rows by their text, of which each distinct one was compared once. Knows all its rows at once, which is much faster than
/// asking each.
///
/// @param column the text of the rows
/// @param passes for each code of the dictionary whether its text passes
@SuppressWarnings("ArrayRecordComponent") // never compared
record CodedPredicate(TextColumn column, boolean[] passes) implements IntPredicate {

    @Override
    public boolean test(int row) {
        return passes[column.code(row)];
    }

    /// Every row that passes.
    BitSet rows() {
        return column.rows(passes);
    }
}
