package org.tabularium.dataset;

import java.util.stream.IntStream;
import org.tabularium.dataset.dictionary.PackedCodes;

/// How many rows have each value of a text column, and the first of them.
///
/// @param rows by code; 0 for a value of the dictionary that no row has
/// @param first by code
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CodeUses(int[] rows, int[] first) {

    static CodeUses of(PackedCodes codes, int values) {
        int[] rows = new int[values];
        int[] first = new int[values];
        if (codes.isZero()) {
            if (values > 0) {
                rows[0] = codes.size();
            }
            return new CodeUses(rows, first);
        }
        for (int row = 0; row < codes.size(); row++) {
            int code = codes.get(row);
            if (rows[code]++ == 0) {
                first[code] = row;
            }
        }
        return new CodeUses(rows, first);
    }

    /// The values that rows have.
    public int[] used() {
        return IntStream.range(0, rows.length).filter(code -> rows[code] > 0).toArray();
    }
}
