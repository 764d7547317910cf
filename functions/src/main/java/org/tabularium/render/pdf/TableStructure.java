package org.tabularium.render.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfName;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;

/// A table's part of the structure: one table over all its pages, with header cells of columns and of rows. A row is written when
/// all its cells are drawn, those on other pages too; what is drawn a second time is left out.
final class TableStructure {

    private static final PdfName ROW = new PdfName("TR");

    private final Display table;
    private final StructureTree tree;
    private final Map<Integer, Row> open = new HashMap<>();
    private final boolean[] headed;
    private final StructureTree.@Nullable Element[] heads;
    private final StructureTree.@Nullable Element[] spans;
    private StructureTree.@Nullable Element element;
    private StructureTree.@Nullable Element header;
    private StructureTree.@Nullable Element spanRow;
    private StructureTree.@Nullable Element headRow;
    private StructureTree.@Nullable Element body;

    private static final class Row {
        final StructureTree.Element element;
        final StructureTree.Element[] cells;
        int lacking;

        Row(StructureTree.Element element, StructureTree.Element[] cells) {
            this.element = element;
            this.cells = cells;
            this.lacking = cells.length;
        }
    }

    TableStructure(Display table, StructureTree tree) {
        this.table = table;
        this.tree = tree;
        int columns = table.columns().size();
        this.headed = new boolean[columns];
        this.heads = new StructureTree.Element[columns];
        this.spans = new StructureTree.Element[columns];
    }

    /// Opens the table in its section, with its header.
    void begin(StructureTree.Element section) {
        StructureTree.Element all = tree.open(section, PdfName.TABLE);
        element = all;
        StructureTree.Element top = tree.open(all, PdfName.THEAD);
        header = top;
        body = tree.open(all, PdfName.TBODY);
        List<TableColumn> columns = table.columns();
        boolean spanned = columns.stream().anyMatch(column -> !column.span().isEmpty());
        StructureTree.Element upper = tree.open(top, ROW);
        StructureTree.Element lower = spanned ? tree.open(top, ROW) : upper;
        spanRow = spanned ? upper : null;
        headRow = lower;
        for (int first = 0, end; first < columns.size(); first = end) {
            String span = columns.get(first).span();
            end = first + 1;
            while (end < columns.size() && !span.isEmpty() && columns.get(end).span().equals(span)) {
                end++;
            }
            if (span.isEmpty()) {
                heads[first] = tree.open(upper, PdfName.TH).scope(StructureTree.Scope.COLUMN).spanning(1, spanned ? 2 : 1);
                continue;
            }
            spans[first] = tree.open(upper, PdfName.TH).scope(StructureTree.Scope.COLUMN).spanning(end - first, 1);
            for (int column = first; column < end; column++) {
                heads[column] = tree.open(lower, PdfName.TH).scope(StructureTree.Scope.COLUMN);
            }
        }
    }

    /// A column's header is drawn from here, for the first time or again.
    void beginHeader(Ink ink, int column) {
        StructureTree.Element head = headed[column] ? null : heads[column];
        headed[column] = true;
        begin(ink, head);
    }

    /// The header above this column and its neighbours is drawn from here.
    void beginSpan(Ink ink, int first) throws IOException {
        StructureTree.Element span = spans[first];
        begin(ink, span);
        if (span != null) {
            tree.close(span);
            spans[first] = null;
        }
    }

    private static void begin(Ink ink, StructureTree.@Nullable Element element) {
        if (element == null) {
            ink.beginRepeated();
        } else {
            ink.begin(element);
        }
    }

    /// Writes the header when the headers of all columns have been drawn.
    void endHeader() throws IOException {
        for (boolean drawn : headed) {
            if (!drawn) {
                return;
            }
        }
        closeHeader();
    }

    private void closeHeader() throws IOException {
        if (header == null) {
            return;
        }
        for (int column = 0; column < heads.length; column++) {
            close(spans[column]);
            close(heads[column]);
            heads[column] = null;
            spans[column] = null;
        }
        close(spanRow);
        close(headRow);
        close(header);
        header = null;
    }

    private void close(StructureTree.@Nullable Element closed) throws IOException {
        if (closed != null) {
            tree.close(closed);
        }
    }

    /// A cell is drawn from here.
    ///
    /// @param again whether it is there already
    void beginCell(Ink ink, int row, int column, boolean again) {
        begin(ink, again ? null : cellOf(row, column));
    }

    private StructureTree.Element cellOf(int row, int column) {
        Row cells = open.computeIfAbsent(row, this::openRow);
        return cells.cells[Math.min(column, cells.cells.length - 1)];
    }

    /// @param done whether nothing more of the cell will be drawn
    void endCell(int row, int column, boolean done) throws IOException {
        Row cells = open.get(row);
        if (cells != null && done) {
            cells.lacking--;
            boolean message = table.rows().get(row).kind() == TableRow.Kind.MESSAGE;
            if (cells.lacking == 0 || message) {
                for (StructureTree.Element cell : cells.cells) {
                    tree.close(cell);
                }
                tree.close(cells.element);
                open.remove(row);
            }
        }
    }

    /// A cell without text.
    void emptyCell(int row, int column, boolean done) throws IOException {
        if (table.rows().get(row).kind() != TableRow.Kind.MESSAGE) {
            cellOf(row, column);
            endCell(row, column, done);
        }
    }

    /// A cell whose text stands in a row above.
    void sayCell(int row, int column, boolean done) throws IOException {
        String text = table.rows().get(row).cells().get(column).text();
        if (!text.isEmpty() && done) {
            cellOf(row, column).says(text);
        }
        emptyCell(row, column, done);
    }

    private Row openRow(int row) {
        StructureTree.Element opened = tree.open(Objects.requireNonNull(body), ROW);
        TableRow printed = table.rows().get(row);
        int columns = table.columns().size();
        if (printed.kind() == TableRow.Kind.MESSAGE) {
            return new Row(opened, new StructureTree.Element[]{tree.open(opened, PdfName.TD).spanning(columns, 1)});
        }
        StructureTree.Element[] cells = new StructureTree.Element[columns];
        for (int column = 0; column < columns; column++) {
            boolean named = column < table.stubColumns() && column < printed.cells().size()
                    && !printed.cells().get(column).text().isEmpty();
            cells[column] = named ? tree.open(opened, PdfName.TH).scope(StructureTree.Scope.ROW) : tree.open(opened, PdfName.TD);
        }
        return new Row(opened, cells);
    }

    /// Closes the table.
    void end() throws IOException {
        closeHeader();
        close(body);
        close(element);
    }
}
