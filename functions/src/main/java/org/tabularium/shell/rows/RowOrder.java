package org.tabularium.shell.rows;

/// The order of levels that have no order of their own.
public enum RowOrder {
    DESCENDING,
    ALPHABETICAL,
    /// By the variable's N companion, else the clinical order, else the alphabet.
    OF_DATA
}
