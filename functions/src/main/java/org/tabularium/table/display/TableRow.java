package org.tabularium.table.display;

import java.util.List;
import org.tabularium.result.ResultRow;

/// A body row of a table.
///
/// @param kind what the row is
/// @param indent level of indentation of the first cell, from 0
/// @param block rows of the same block (consecutive, same number) belong together: the paginator keeps them on one page where
///     they fit, and repeats
///     the block's first row with "(continued)" where they do not
/// @param part what it is to the rows around it
/// @param cells one a column; a MESSAGE has one cell, which spans all columns
public record TableRow(Kind kind, int indent, int block, Part part, List<Cell> cells) {

    /// A row that stands for itself.
    public TableRow(Kind kind, int indent, int block, List<Cell> cells) {
        this(kind, indent, block, Part.ITSELF, cells);
    }

    /// A row that may explain the one above.
    public TableRow(Kind kind, int indent, int block, boolean explains, List<Cell> cells) {
        this(kind, indent, block, explains ? Part.EXPLAINS : Part.ITSELF, cells);
    }

    /// Whether the row explains the one above (its interval, error or test) and never parts from it.
    public boolean explains() {
        return part == Part.EXPLAINS;
    }

    /// Whether it says of how many the rows are that stand below the same heading.
    public boolean counts() {
        return part == Part.COUNTS;
    }

    /// The same row with other cells.
    public TableRow with(List<Cell> others) {
        return new TableRow(kind, indent, block, part, others);
    }

    /// Whether it is a heading without numbers, whose label may stand across the columns.
    public boolean isLabelAlone() {
        return kind == Kind.HEADING && cells.stream().skip(1).allMatch(cell -> cell.text().isEmpty());
    }

    /// What a row is to the rows around it.
    public enum Part {
        ITSELF, EXPLAINS, COUNTS
    }

    /// What a row is.
    public enum Kind {
        /// A label over the rows that follow it; its other cells are empty or hold the heading's own numbers.
        HEADING,
        DATA,
        /// A sentence across the table, such as "No adverse events were reported."
        MESSAGE;

        /// What a row of results is.
        public static Kind of(ResultRow.Kind kind) {
            return switch (kind) {
                case HEADING -> HEADING;
                case DATA -> DATA;
                case MESSAGE -> MESSAGE;
            };
        }
    }
}
