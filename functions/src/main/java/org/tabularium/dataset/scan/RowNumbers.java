package org.tabularium.dataset.scan;

import java.util.BitSet;
import org.tabularium.finding.Finding;

/// The values of an unnamed first column, which may be left out as long as they are nothing but numbers of rows: whole, not
/// negative, and none twice. R begins
/// at 1, pandas at 0; rows that were chosen from others keep the numbers they had.
public final class RowNumbers {

    private static final int LONGEST = 9;

    private final BitSet seen = new BitSet();

    /// Takes the next row's value.
    ///
    /// @return whether it is the number of a row; where it is not, the column is one that lacks its name
    public boolean take(String text) {
        String digits = text.strip();
        if (digits.isEmpty() || digits.length() > LONGEST || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int number = Integer.parseInt(digits);
        boolean fresh = !seen.get(number);
        seen.set(number);
        return fresh;
    }

    /// What is said where such a column was left out.
    public static Finding note(String dataset) {
        return Finding.note("ROW_NUMBERS",
                "the first column has no name; it was taken for row numbers, as R and pandas write them, and left out")
                .in(dataset).remedy("write the file without row names");
    }
}
