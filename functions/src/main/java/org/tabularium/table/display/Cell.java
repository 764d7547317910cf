package org.tabularium.table.display;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.result.Result;

/// One cell as the reader sees it.
///
/// @param text the displayed text; empty for an empty cell; `\n` where a line break stands
/// @param number the displayed number (with the displayed decimals as its scale) when the cell shows exactly one number and
///     nothing else; null for
///     identifiers and everything else
/// @param results the results the cell shows; empty for labels
/// @param mark of the footnotes that explain the cell; empty for none
/// @param total the N of the arm that a label names, at its end; null for every other cell
public record Cell(String text, @Nullable BigDecimal number, List<Result> results, String mark,
        TableColumn.@Nullable Total total) {

    /// A cell that no footnote explains.
    public Cell(String text, @Nullable BigDecimal number, List<Result> results) {
        this(text, number, results, "", null);
    }

    /// The text with its mark.
    public String marked() {
        return text + mark;
    }

    public static final Cell EMPTY = new Cell("", null, List.of());

    public static Cell text(String text) {
        return text.isEmpty() ? EMPTY : new Cell(text, null, List.of());
    }
}
