package org.tabularium.dataset.sas7bdat;

import org.tabularium.dataset.UnreadableDatasetException;

/// What the description says of rows.
///
/// @param length bytes of a row
/// @param rows how many there are, those that were deleted among them
/// @param deleted how many of them were deleted
/// @param label where the dataset's label is
/// @param compression where the name of the rows' compression is
record RowSize(int length, long rows, long deleted, TextPlace label, TextPlace compression) {

    private static final int MAX_ROW = 64 << 20;

    /// Places by word, counted from 0.
    private static final int LENGTH = 5;
    private static final int ROWS = 6;
    private static final int DELETED = 7;
    /// Places from the end.
    private static final int LABEL = 130;
    private static final int COMPRESSION = 118;

    static RowSize read(Region section) throws UnreadableDatasetException {
        int word = section.layout().word();
        int length = section.index(LENGTH * word, "the length of a row");
        long rows = section.word(ROWS * word);
        long deleted = section.word(DELETED * word);
        if (length < 1 || length > MAX_ROW || rows < 0 || deleted < 0 || deleted > rows) {
            throw section.damage()
                    .malformed("its rows have " + length + " bytes, and of " + rows + " of them " + deleted + " were deleted");
        }
        return new RowSize(length, rows, deleted, TextPlace.read(section, section.length() - LABEL),
                TextPlace.read(section, section.length() - COMPRESSION));
    }

    /// How many rows there are to be read.
    long present() {
        return rows - deleted;
    }
}
