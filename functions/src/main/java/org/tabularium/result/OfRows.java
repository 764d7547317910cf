package org.tabularium.result;

/// What is said of the rows below one label, not of a whole table: a [Remark] that has a footnote mark there.
public interface OfRows {

    /// The label as the data give it, which is the [RowLabel.Given] of a row.
    String label();
}
