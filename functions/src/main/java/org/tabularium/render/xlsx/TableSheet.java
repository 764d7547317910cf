package org.tabularium.render.xlsx;

import java.math.BigDecimal;
import java.util.List;
import org.tabularium.render.Document;
import org.tabularium.table.Align;
import org.tabularium.table.Cell;
import org.tabularium.table.Display;
import org.tabularium.table.TableColumn;
import org.tabularium.table.TableRow;

/// One table on a sheet of its own: number, title and population above, the header between rules and frozen, the rows, a rule,
/// the footnotes.
final class TableSheet {

    /// What a level of a cell's indentation takes, in digits.
    private static final double INDENT = 1.5;
    private static final double NARROWEST = 6;
    private static final double WIDEST_STUB = 48;
    private static final double WIDEST = 32;
    private static final double LANDSCAPE_FROM = 95;

    private final Display table;
    private final SheetWriter writer;

    private TableSheet(Display table, SheetWriter writer) {
        this.table = table;
        this.writer = writer;
    }

    static void write(Document document, Display table, Sheet sheet, Styles styles) {
        double[] widths = widths(table);
        new TableSheet(table, new SheetWriter(sheet, styles, widths)).write(document);
    }

    private void write(Document document) {
        titles();
        int lastHeader = header();
        body();
        footnotes();
        Sheet sheet = writer.sheet();
        // A pane that fills the window cannot be scrolled, so stubs wider than that are not frozen.
        int frozen = writer.width(0, Math.max(0, table.stubColumns() - 1)) < 2 * WIDEST_STUB ? table.stubColumns() : 0;
        sheet.freeze(frozen, lastHeader + 1);
        sheet.repeat(lastHeader + 1);
        writer.pages(document, table.layout(), landscape());
    }

    private boolean landscape() {
        return switch (table.layout().orientation()) {
            case LANDSCAPE -> true;
            case PORTRAIT -> false;
            case AUTO -> writer.width(0, table.columns().size() - 1) > LANDSCAPE_FROM;
        };
    }

    private void titles() {
        if (!table.number().isEmpty()) {
            writer.line(table.numbered(), Look.text(Look.Face.BOLD));
        }
        writer.line(table.title(), Look.text(Look.Face.TITLE));
        if (!table.population().isEmpty()) {
            writer.line(table.population(), Look.text(Look.Face.PLAIN));
        }
        writer.blankRow();
    }

    /// Writes the header and gives the number of its last row.
    private int header() {
        List<TableColumn> columns = table.columns();
        boolean spans = columns.stream().anyMatch(column -> !column.span().isEmpty());
        Look look = Look.text(Look.Face.BOLD).standing(Look.Standing.BOTTOM);
        if (spans) {
            spanRow(columns, look);
        }
        Sheet.Row row = writer.row();
        int lines = 1;
        for (int column = 0; column < columns.size(); column++) {
            String header = columns.get(column).header();
            writer.text(row, column, header, look.aligned(headerAlign(columns.get(column)))
                    .ruled(spans ? Look.Rule.NONE : Look.Rule.MEDIUM, Look.Rule.THIN));
            lines = Math.max(lines, CharacterWidth.lines(header, writer.width(column, column)));
        }
        writer.height(row, lines, Look.Face.BOLD);
        return row.number();
    }

    private void spanRow(List<TableColumn> columns, Look look) {
        Sheet.Row row = writer.row();
        int lines = 1;
        for (int first = 0, last; first < columns.size(); first = last + 1) {
            String span = columns.get(first).span();
            last = first;
            while (!span.isEmpty() && last + 1 < columns.size() && columns.get(last + 1).span().equals(span)) {
                last++;
            }
            Look ruled = look.aligned(Look.Align.CENTER)
                    .ruled(Look.Rule.MEDIUM, span.isEmpty() ? Look.Rule.NONE : Look.Rule.THIN);
            for (int column = first; column <= last; column++) {
                writer.text(row, column, column == first ? span : "", ruled);
            }
            writer.merge(row.number(), first, last);
            lines = Math.max(lines, CharacterWidth.lines(span, writer.width(first, last)));
        }
        writer.height(row, lines, Look.Face.BOLD);
    }

    private void body() {
        int last = table.rows().size() - 1;
        for (int i = 0; i <= last; i++) {
            TableRow row = table.rows().get(i);
            Look look = Look.text(Look.Face.PLAIN).ruled(Look.Rule.NONE,
                    i == last ? Look.Rule.MEDIUM : Look.Rule.NONE);
            if (row.kind() == TableRow.Kind.MESSAGE) {
                writer.line(row.cells().getFirst().text(), look);
            } else {
                bodyRow(row, look);
            }
        }
    }

    private void bodyRow(TableRow row, Look look) {
        Sheet.Row line = writer.row();
        int lines = lines(row);
        Look standing = look.standing(lines == 1 ? Look.Standing.CENTER : Look.Standing.TOP);
        for (int column = 0; column < table.columns().size(); column++) {
            Cell cell = column < row.cells().size() ? row.cells().get(column) : Cell.EMPTY;
            Look own = standing.aligned(align(table.columns().get(column)));
            if (column == 0 && row.indent() > 0) {
                own = own.aligned(Look.Align.LEFT).indented(row.indent());
            }
            BigDecimal number = cell.number();
            if (number == null) {
                writer.text(line, column, cell.text(), own);
            } else {
                writer.number(line, column, number, own);
            }
        }
        writer.height(line, lines, Look.Face.PLAIN);
    }

    private int lines(TableRow row) {
        int lines = 1;
        for (int column = 0; column < Math.min(row.cells().size(), table.columns().size()); column++) {
            double room = writer.width(column, column) - (column == 0 ? row.indent() * INDENT : 0);
            lines = Math.max(lines, CharacterWidth.lines(row.cells().get(column).text(), Math.max(NARROWEST, room)));
        }
        return lines;
    }

    private void footnotes() {
        for (String footnote : table.footnotes()) {
            writer.line(footnote, Look.text(Look.Face.SMALL));
        }
    }

    private static double[] widths(Display table) {
        double[] widths = new double[table.columns().size()];
        for (int column = 0; column < widths.length; column++) {
            double widest = CharacterWidth.of(table.columns().get(column).header()) * 1.1;
            for (TableRow row : table.rows()) {
                if (row.kind() != TableRow.Kind.MESSAGE && column < row.cells().size()) {
                    double indent = column == 0 ? row.indent() * INDENT : 0;
                    widest = Math.max(widest, indent + CharacterWidth.of(row.cells().get(column).text()));
                }
            }
            widths[column] = Math.clamp(widest, NARROWEST, column < table.stubColumns() ? WIDEST_STUB : WIDEST);
        }
        equalize(table, widths);
        return widths;
    }

    /// Columns of numbers, such as the arms of a study, are equally wide unless one is far wider.
    private static void equalize(Display table, double[] widths) {
        double widest = 0;
        for (int column = 0; column < widths.length; column++) {
            widest = table.columns().get(column).align() == Align.DECIMAL ? Math.max(widest, widths[column]) : widest;
        }
        for (int column = 0; column < widths.length; column++) {
            if (table.columns().get(column).align() == Align.DECIMAL) {
                widths[column] = 1 + (widest <= WIDEST * 0.75 ? widest : widths[column]);
            }
        }
    }

    /// Numbers cannot stand by their decimal mark in a cell of text; centred they stand nearest to it.
    private static Look.Align align(TableColumn column) {
        return switch (column.align()) {
            case LEFT -> Look.Align.LEFT;
            case RIGHT -> Look.Align.RIGHT;
            case CENTER, DECIMAL -> Look.Align.CENTER;
        };
    }

    private static Look.Align headerAlign(TableColumn column) {
        return column.align() == Align.LEFT ? Look.Align.LEFT : Look.Align.CENTER;
    }
}
