package org.tabularium.table.display;

import java.util.List;
import org.tabularium.result.Result;
import org.tabularium.shell.PageLayout;

/// Sentences with live numbers. It has no columns and no rows.
///
/// @param paragraphs from top to bottom, each of pieces
public record Text(String id, String number, String title, List<String> footnotes, PageLayout layout,
        List<List<Piece>> paragraphs)
        implements
            Display {

    /// A part of a sentence.
    ///
    /// @param text as printed
    /// @param results what it shows; empty for words
    public record Piece(String text, List<Result> results) {}

    @Override
    public Kind kind() {
        return Kind.TEXT;
    }

    @Override
    public String population() {
        return "";
    }

    @Override
    public List<TableColumn> columns() {
        return List.of();
    }

    @Override
    public int stubColumns() {
        return 0;
    }

    @Override
    public List<TableRow> rows() {
        return List.of();
    }

    @Override
    public Text with(String otherNumber, String otherTitle, String otherPopulation, List<TableColumn> otherColumns,
            List<TableRow> otherRows, List<String> otherFootnotes) {
        return new Text(id, otherNumber, otherTitle, otherFootnotes, layout, paragraphs);
    }
}
