package org.tabularium.render.xlsx;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.Set;
import org.tabularium.render.Document;
import org.tabularium.table.Align;
import org.tabularium.table.Cell;
import org.tabularium.table.Display;
import org.tabularium.table.TableColumn;
import org.tabularium.table.TableRow;

/// One display on a sheet of its own: number, title and population above, the header between rules and frozen, the rows, a rule,
/// the footnotes. The rows of a listing can be filtered.
final class TableSheet {

    /// What a level of a cell's indentation takes, in digits.
    private static final double INDENT = 1.5;
    private static final double NARROWEST = 6;
    private static final double WIDEST_STUB = 48;
    private static final double WIDEST = 32;
    private static final double LANDSCAPE_FROM = 95;
    /// Rows above the header and of it, and what says how many rows did not fit.
    private static final int AROUND = 8;
    /// The longest name of a column of an Excel table.
    private static final int LONGEST_HEADER = 255;

    private final Display table;
    private final List<DecimalPlace> places = new ArrayList<>();
    private final SheetWriter writer;
    private final int most;
    private final List<Integer> lines = new ArrayList<>();
    private int headRows;
    private int firstRow;

    private TableSheet(Display table, Sheet sheet, Styles styles, int most) {
        this.table = table;
        this.most = most - table.footnotes().size() - AROUND;
        for (int column = 0; column < table.columns().size(); column++) {
            places.add(new DecimalPlace(table, column));
        }
        this.writer = new SheetWriter(sheet, styles, widths());
    }

    /// @param contents the name of the sheet to lead back to; empty for none
    /// @param most rows that a sheet may have
    static void write(Document document, Display table, Sheet sheet, Styles styles, String contents, int most)
            throws IOException {
        new TableSheet(table, sheet, styles, most).write(document, contents);
    }

    private void write(Document document, String contents) throws IOException {
        int top = contents.isEmpty() ? 0 : 1;
        if (top > 0) {
            SheetRows.Row row = writer.row();
            writer.text(row, 0, "Contents", NamedStyle.LINK.look());
            writer.write(row);
            writer.sheet().link(0, 0, contents);
        }
        titles();
        int lastHeader = header();
        firstRow = lastHeader + 1;
        body();
        int lastRow = lastHeader + lines.size();
        footnotes();
        Sheet sheet = writer.sheet();
        // A pane that fills the window cannot be scrolled, so stubs wider than that are not frozen.
        int frozen = writer.width(0, Math.max(0, table.stubColumns() - 1)) < 2 * WIDEST_STUB ? table.stubColumns() : 0;
        sheet.freeze(frozen, lastHeader + 1);
        sheet.print(top, lastHeader, table.columns().size() - 1);
        PageFrame.around(sheet, document, table.layout(), landscape());
        breaks(lastHeader - top + 1);
        filter(lastHeader, lastRow);
        sheet.finish();
    }

    private boolean landscape() {
        return switch (table.layout().orientation()) {
            case LANDSCAPE -> true;
            case PORTRAIT -> false;
            case AUTO -> writer.width(0, table.columns().size() - 1) > LANDSCAPE_FROM;
        };
    }

    private void titles() throws IOException {
        if (!table.number().isEmpty()) {
            writer.line(table.numbered(), NamedStyle.NUMBER.look());
        }
        writer.line(table.title(), NamedStyle.TITLE.look());
        if (!table.population().isEmpty()) {
            writer.line(table.population(), NamedStyle.LINE.look());
        }
        writer.blankRow();
    }

    /// Writes the header and gives the number of its last row.
    private int header() throws IOException {
        List<TableColumn> columns = table.columns();
        boolean spans = columns.stream().anyMatch(column -> !column.span().isEmpty());
        Look look = NamedStyle.HEAD.look();
        if (spans) {
            spanRow(columns, look);
        }
        SheetRows.Row row = writer.row();
        int most = 1;
        for (int column = 0; column < columns.size(); column++) {
            String header = columns.get(column).marked();
            writer.text(row, column, header, look.aligned(headerAlign(columns.get(column)))
                    .ruled(spans ? Look.Rule.NONE : Look.Rule.MEDIUM, Look.Rule.THIN));
            most = Math.max(most, CharacterWidth.lines(header, writer.width(column, column)));
        }
        endOfHead(row, most);
        return row.number();
    }

    private void endOfHead(SheetRows.Row row, int most) throws IOException {
        writer.height(row, most, NamedStyle.HEAD);
        headRows += most;
        writer.write(row);
    }

    private void spanRow(List<TableColumn> columns, Look look) throws IOException {
        SheetRows.Row row = writer.row();
        int most = 1;
        for (int first = 0, last; first < columns.size(); first = last + 1) {
            String span = columns.get(first).span();
            last = first;
            while (!span.isEmpty() && last + 1 < columns.size() && columns.get(last + 1).span().equals(span)) {
                last++;
            }
            Look ruled = look.ruled(Look.Rule.MEDIUM, span.isEmpty() ? Look.Rule.NONE : Look.Rule.THIN);
            for (int column = first; column <= last; column++) {
                writer.text(row, column, column == first ? span : "", ruled);
            }
            writer.merge(row.number(), first, last);
            most = Math.max(most, CharacterWidth.lines(span, writer.width(first, last)));
        }
        endOfHead(row, most);
    }

    private void body() throws IOException {
        int last = Math.min(most, table.rows().size()) - 1;
        for (int i = 0; i <= last; i++) {
            TableRow row = table.rows().get(i);
            Look.Rule rule = i == last ? Look.Rule.MEDIUM : Look.Rule.NONE;
            if (row.kind() == TableRow.Kind.MESSAGE) {
                String text = row.cells().getFirst().text();
                writer.line(text, NamedStyle.LINE.look().ruled(Look.Rule.NONE, rule));
                lines.add(CharacterWidth.lines(text, writer.width(0, table.columns().size() - 1)));
            } else {
                bodyRow(row, rule);
            }
        }
        if (last + 1 < table.rows().size()) {
            writer.line(table.rows().size() - last - 1 + " more rows, which a sheet has no room for, stand in the other formats",
                    NamedStyle.LINE.look());
        }
    }

    private void bodyRow(TableRow row, Look.Rule rule) throws IOException {
        SheetRows.Row line = writer.row();
        int most = lines(row);
        for (int column = 0; column < table.columns().size(); column++) {
            Cell cell = column < row.cells().size() ? row.cells().get(column) : Cell.EMPTY;
            Look look = look(row, column, cell).ruled(Look.Rule.NONE, rule);
            Look standing = most == 1 ? look : look.standing(Look.Standing.TOP);
            BigDecimal number = cell.number();
            if (number == null) {
                writer.text(line, column, cell.marked(), standing);
            } else {
                writer.number(line, column, number, standing);
            }
        }
        writer.height(line, most, NamedStyle.CELL);
        lines.add(most);
        writer.write(line);
    }

    private Look look(TableRow row, int column, Cell cell) {
        DecimalPlace place = places.get(column);
        boolean label = column < table.stubColumns() && table.columns().get(column).align() == Align.LEFT;
        if (column == 0 && row.indent() > 0) {
            return NamedStyle.stub(row.indent());
        }
        if (place.holds(cell)) {
            return NamedStyle.CELL.look().indented(place.indent(writer.width(column, column), INDENT))
                    .formatted(place.format(cell));
        }
        return switch (table.columns().get(column).align()) {
            case LEFT -> label ? NamedStyle.STUB_1.look() : NamedStyle.TEXT.look();
            case RIGHT -> NamedStyle.CELL.look();
            case CENTER, DECIMAL -> NamedStyle.CELL.look().aligned(Look.Align.CENTER);
        };
    }

    private int lines(TableRow row) {
        int most = 1;
        for (int column = 0; column < Math.min(row.cells().size(), table.columns().size()); column++) {
            double room = writer.width(column, column) - (column == 0 ? row.indent() * INDENT : 0);
            most = Math.max(most, CharacterWidth.lines(row.cells().get(column).text(), Math.max(NARROWEST, room)));
        }
        return most;
    }

    private void footnotes() throws IOException {
        for (String footnote : table.footnotes()) {
            writer.line(footnote, NamedStyle.NOTE.look());
        }
    }

    /// @param titles how many rows stand above the rows and are repeated
    private void breaks(int titles) {
        double width = writer.width();
        double head = titles * Sheet.ROW_HEIGHT + SheetWriter.height(headRows, NamedStyle.HEAD);
        double room = PrintedPages.room(table.layout(), landscape(), width) - head;
        int notes = table.footnotes().stream()
                .mapToInt(note -> CharacterWidth.lines(note, writer.width(0, table.columns().size() - 1)))
                .sum();
        if (room > head && !lines.isEmpty() && lines.size() == table.rows().size()) {
            writer.sheet().breaks(PrintedPages.ends(table, lines, notes, room).stream().map(row -> firstRow + row).toList());
        }
    }

    /// The rows of a listing are an Excel table where their headers name columns, else they have buttons only.
    private void filter(int header, int lastRow) {
        boolean records = table.rows().stream().allMatch(row -> row.kind() == TableRow.Kind.DATA) && lastRow > header;
        if (table.kind() != Display.Kind.LISTING || !records) {
            return;
        }
        Set<String> names = new HashSet<>();
        List<String> headers = table.columns().stream().map(column -> CellText.of(column.marked())).toList();
        if (headers.stream().allMatch(name -> !name.isBlank() && name.length() <= LONGEST_HEADER
                && names.add(name.toLowerCase(Locale.ROOT)))) {
            writer.sheet().table("tfl_" + table.id().replaceAll("[^A-Za-z0-9]", "_"), header, lastRow, headers);
        } else {
            writer.sheet().filter(header, lastRow, headers.size() - 1);
        }
    }

    private double[] widths() {
        double[] widths = new double[table.columns().size()];
        for (int column = 0; column < widths.length; column++) {
            double widest = Math.max(CharacterWidth.of(table.columns().get(column).header()) * 1.1, places.get(column).width());
            for (TableRow row : table.rows()) {
                if (row.kind() != TableRow.Kind.MESSAGE && column < row.cells().size()) {
                    double indent = column == 0 ? row.indent() * INDENT : 0;
                    widest = Math.max(widest, indent + CharacterWidth.of(row.cells().get(column).text()));
                }
            }
            widths[column] = Math.clamp(widest, NARROWEST, column < table.stubColumns() ? WIDEST_STUB : WIDEST);
        }
        equalize(widths);
        return widths;
    }

    /// Columns of numbers, such as the arms of a study, are equally wide unless one is far wider; where several have the same
    /// header, each below another one, these are.
    private void equalize(double[] widths) {
        Map<String, Double> widest = new HashMap<>();
        for (int column = 0; column < widths.length; column++) {
            if (table.columns().get(column).align() == Align.DECIMAL) {
                widest.merge(kind(column), widths[column], Math::max);
            }
        }
        for (int column = 0; column < widths.length; column++) {
            if (table.columns().get(column).align() == Align.DECIMAL) {
                double most = widest.getOrDefault(kind(column), widths[column]);
                widths[column] = 1 + (most <= WIDEST * 0.75 ? most : widths[column]);
            }
        }
    }

    private String kind(int column) {
        String header = table.columns().get(column).header();
        return table.columns().stream().filter(other -> other.header().equals(header)).count() > 1 ? header : "";
    }

    private static Look.Align headerAlign(TableColumn column) {
        return column.align() == Align.LEFT ? Look.Align.LEFT : Look.Align.CENTER;
    }
}
