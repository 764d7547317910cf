package org.tabularium.table;

import org.tabularium.result.FigureRow;

/// What a figure draws, with its words.
///
/// @param row what is drawn
/// @param arm what its arm is called; empty for none
/// @param item what it is of
/// @param what more of what it is; empty for nothing
/// @param shown its numbers as they are written beside it
public record WordedRow(FigureRow row, String arm, String item, String what, String shown) {}
