package org.tabularium.dataset.dictionary;

/// Rows as they lie in a buffer, some at a time.
public interface RowBlock {

    /// The bytes of the rows, valid until the next block is read.
    byte[] buffer();

    /// Number in the dataset, counted from 1, of the row that begins at this index of the buffer.
    long number(int start);
}
