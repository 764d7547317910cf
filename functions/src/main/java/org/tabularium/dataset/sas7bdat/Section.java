package org.tabularium.dataset.sas7bdat;

/// Where a section of a page is: a part of the file's description, or one row.
///
/// @param at where it begins in its page
/// @param length its bytes; 0 where there is none
/// @param status [#PLAIN], [#EMPTY], [#COMPRESSED] or [#DELETED]
/// @param mayBeRow whether it is of those among which rows are
record Section(int at, int length, int status, boolean mayBeRow) {

    /// As it lies there.
    static final int PLAIN = 0;
    /// The place of the next one.
    static final int EMPTY = 1;
    /// A row, compressed.
    static final int COMPRESSED = 4;
    /// A row, compressed, that was deleted.
    static final int DELETED = 5;

    /// Whether there is something in it that counts.
    boolean counts() {
        return length > 0 && (status == PLAIN || status == COMPRESSED);
    }
}
