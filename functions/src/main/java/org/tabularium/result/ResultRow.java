package org.tabularium.result;

import java.util.List;

/// A row of a table before it is text.
///
/// @param kind what the row is
/// @param label what names it
/// @param indent level of indentation, from 0
/// @param startsBlock whether a new block begins: rows of one block stay on one page where they fit
/// @param detail whether it is a level below another row, which a table does without where nobody has it
/// @param cells one a column of the table; empty where the row has none
public record ResultRow(Kind kind, RowLabel label, int indent, boolean startsBlock, boolean detail, List<CellResults> cells) {

    /// A row that is shown whatever it counts.
    public ResultRow(Kind kind, RowLabel label, int indent, boolean startsBlock, List<CellResults> cells) {
        this(kind, label, indent, startsBlock, false, cells);
    }

    /// What a row is.
    public enum Kind {
        HEADING, DATA, MESSAGE
    }

    /// The same row as the first of a block.
    public ResultRow startingBlock() {
        return new ResultRow(kind, label, indent, true, detail, cells);
    }

    /// The same row below a heading, in its block.
    public ResultRow below() {
        return new ResultRow(kind, label, indent + 1, false, detail, cells);
    }

    public static ResultRow heading(RowLabel label, int indent, boolean startsBlock) {
        return new ResultRow(Kind.HEADING, label, indent, startsBlock, List.of());
    }

    /// A heading that has a cell of its own in some column.
    public static ResultRow heading(RowLabel label, int indent, List<CellResults> cells) {
        return new ResultRow(Kind.HEADING, label, indent, true, cells);
    }

    public static ResultRow message(RowLabel label) {
        return new ResultRow(Kind.MESSAGE, label, 0, true, List.of());
    }
}
