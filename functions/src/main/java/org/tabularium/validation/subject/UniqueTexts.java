package org.tabularium.validation.subject;

import java.util.BitSet;
import org.tabularium.dataset.TextColumn;

/// Whether a column has each text once, which is seen without a look at what they say: distinct texts have codes of their own.
final class UniqueTexts {

    /// Rows looked at at once.
    private static final int BLOCK = 2_048;

    private UniqueTexts() {}

    /// Whether every row has a text that no other row has; false also where a blank around some of them would have to be looked
    /// at.
    static boolean are(TextColumn column) {
        BitSet met = new BitSet(column.dictionary().size());
        int[] codes = new int[BLOCK];
        for (int from = 0; from < column.size(); from += BLOCK) {
            int count = Math.min(BLOCK, column.size() - from);
            column.codes(from, count, codes);
            for (int i = 0; i < count; i++) {
                if (met.get(codes[i])) {
                    return false;
                }
                met.set(codes[i]);
            }
        }
        return column.dictionary().stream().noneMatch(text -> text.isBlank() || !text.equals(text.strip()));
    }
}
