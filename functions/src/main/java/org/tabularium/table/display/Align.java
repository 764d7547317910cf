package org.tabularium.table.display;

/// How the cells of a column stand.
public enum Align {
    LEFT,
    CENTER,
    RIGHT,
    /// Numbers stand under each other by their units digit: the decimal mark (or, without one, the end of the leading digits) is
    /// the axis; what
    /// follows, such as ` (54.5%)`, starts at the same place in every row.
    DECIMAL
}
