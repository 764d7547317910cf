package org.tabularium.table.number;

/// How the limits of an interval are printed.
public enum IntervalStyle {
    /// (19.4, 99.2)
    COMMA,
    /// 19·4–99·2, in parentheses where it stands beside an estimate
    DASH
}
