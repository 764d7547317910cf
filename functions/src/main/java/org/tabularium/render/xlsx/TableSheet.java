package org.tabularium.render.xlsx;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tabularium.render.Document;
import org.tabularium.render.Paginator;
import org.tabularium.render.RowGroups;
import org.tabularium.render.Wrap;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;

/// One display on a sheet of its own: number, title and population above, the header between rules and frozen, the rows, a rule,
/// the footnotes. The rows of a listing can be filtered.
final class TableSheet {

    /// Rows above the header and of it, and what says how many rows did not fit.
    private static final int AROUND = 8;
    /// The longest name of a column of an Excel table.
    private static final int LONGEST_HEADER = 255;
    private static final String WAY_BACK = "Contents";
    private static final PrintedPages.Start NO_MORE = new PrintedPages.Start(-1, List.of(), RowGroups.NONE);

    private final Display table;
    private final List<DecimalPlace> places;
    private final PrintedWidth printed;
    private final SheetWriter writer;
    private final int most;
    private final List<Integer> breaks = new ArrayList<>();
    private double headHeight;
    private List<String> headers = List.of();

    /// What is worked out before the first row is written.
    ///
    /// @param places where the numbers of each column stand
    private record Layout(List<DecimalPlace> places, PrintedWidth printed) {

        static Layout of(Display table) {
            List<DecimalPlace> places = IntStream.range(0, table.columns().size())
                    .mapToObj(column -> new DecimalPlace(table, column)).toList();
            PrintedWidth printed = PrintedWidth.of(table, places);
            printed.apart().forEach(column -> places.get(column).standApart());
            return new Layout(places, printed);
        }
    }

    private TableSheet(Document document, Display table, Sheet sheet, Styles styles, int most) {
        this.table = table;
        this.most = most - table.footnotes().size() - AROUND;
        Layout layout = document.layouts().of(table, Layout.class, Layout::of);
        this.places = layout.places();
        this.printed = layout.printed();
        this.writer = new SheetWriter(sheet, styles, printed.columns().stream().mapToDouble(width -> width).toArray());
    }

    /// @param contents the name of the sheet to lead back to; empty for none
    /// @param most rows that a sheet may have
    static void write(Document document, Display table, Sheet sheet, Styles styles, String contents, int most)
            throws IOException {
        new TableSheet(document, table, sheet, styles, most).write(document, contents);
    }

    private void write(Document document, String contents) throws IOException {
        int top = contents.isEmpty() ? 0 : 1;
        if (top > 0) {
            writer.line(WAY_BACK, NamedStyle.LINK.look(), 0, endOfWayBack());
            writer.sheet().link(0, 0, contents);
        }
        titles();
        int lastHeader = header();
        body();
        int lastRow = writer.next() - 1;
        footnotes();
        Sheet sheet = writer.sheet();
        // A pane that fills the window cannot be scrolled, so stubs wider than that are not frozen.
        int frozen = writer.width(0, Math.max(0, table.stubColumns() - 1)) < 2 * PrintedWidth.WIDEST_STUB
                ? table.stubColumns()
                : 0;
        sheet.freeze(frozen, lastHeader + 1);
        sheet.print(top, lastHeader, table.columns().size() - 1, printed.begins().isEmpty() ? 0 : table.stubColumns());
        PageFrame.around(sheet, document, table.layout(), printed.landscape(), printed.scale());
        sheet.sides(printed.sides() / PageFrame.MILLIMETRES);
        sheet.breaks(breaks);
        sheet.columnBreaks(printed.begins());
        filter(lastHeader, lastRow);
        sheet.finish();
    }

    /// The column after those that the link back takes: a first column of short names is narrower than it.
    private int endOfWayBack() {
        int end = 1;
        while (end < table.columns().size() && writer.lines(WAY_BACK, NamedStyle.LINK, 0, end) > 1) {
            end++;
        }
        return end;
    }

    /// Titles stand over all columns; where these are printed on pages side by side, over those that are on each.
    private void titles() throws IOException {
        int end = printed.begins().isEmpty() || table.stubColumns() == 0 ? printed.firstEnd() : table.stubColumns();
        if (!table.number().isEmpty()) {
            title(table.numbered(), NamedStyle.NUMBER, end);
        }
        title(table.title(), NamedStyle.TITLE, end);
        if (!table.population().isEmpty()) {
            title(table.population(), NamedStyle.LINE, end);
        }
        writer.blankRow();
        headHeight += Sheet.ROW_HEIGHT;
    }

    private void title(String text, NamedStyle style, int end) throws IOException {
        writer.line(text, style.look(), 0, end);
        headHeight += SheetWriter.height(writer.lines(text, style, 0, end), style);
    }

    /// Writes the header and gives the number of its last row.
    private int header() throws IOException {
        List<TableColumn> columns = table.columns();
        headers = IntStream.range(0, columns.size()).mapToObj(this::header).toList();
        boolean spans = columns.stream().anyMatch(column -> !column.span().isEmpty());
        Look look = NamedStyle.HEAD.look();
        if (spans) {
            spanRow(columns, look);
        }
        SheetRows.Row row = writer.row();
        int most = 1;
        for (int column = 0; column < columns.size(); column++) {
            String header = headers.get(column);
            writer.text(row, column, header, inset(look.aligned(headerAlign(columns.get(column))), column)
                    .ruled(spans ? Look.Rule.NONE : Look.Rule.MEDIUM, Look.Rule.THIN));
            most = Math.max(most, CharacterWidth.lines(header, printed.room(column)));
        }
        endOfHead(row, most);
        return row.number();
    }

    /// A column's header; where the column breaks its lines, with signs that keep together what pages keep together: programs for
    /// workbooks part "(95% CI)" and "SRI-4".
    private String header(int column) {
        String header = table.columns().get(column).marked();
        long lines = header.chars().filter(c -> c == '\n').count() + 1;
        return CharacterWidth.lines(header, printed.room(column)) > lines ? Wrap.joined(header) : header;
    }

    private void endOfHead(SheetRows.Row row, int most) throws IOException {
        writer.height(row, most, NamedStyle.HEAD);
        headHeight += SheetWriter.height(most, NamedStyle.HEAD);
        writer.write(row);
    }

    private void spanRow(List<TableColumn> columns, Look look) throws IOException {
        SheetRows.Row row = writer.row();
        int most = 1;
        for (int first = 0, last; first < columns.size(); first = last + 1) {
            String span = columns.get(first).span();
            last = first;
            while (!span.isEmpty() && last + 1 < columns.size() && columns.get(last + 1).span().equals(span)
                    && !printed.begins().contains(last + 1)) {
                last++;
            }
            Look ruled = look.ruled(Look.Rule.MEDIUM, span.isEmpty() ? Look.Rule.NONE : Look.Rule.THIN);
            for (int column = first; column <= last; column++) {
                writer.text(row, column, column == first ? span : "", ruled);
            }
            writer.merge(row.number(), first, last);
            most = Math.max(most, CharacterWidth.lines(span, writer.merged(first, last)));
        }
        endOfHead(row, most);
    }

    private void body() throws IOException {
        List<Integer> lines = table.rows().stream().map(this::lines).toList();
        Iterator<PrintedPages.Start> starts = starts(lines).iterator();
        PrintedPages.Start next = starts.hasNext() ? starts.next() : NO_MORE;
        int last = Math.min(most, table.rows().size()) - 1;
        for (int i = 0; i <= last; i++) {
            if (i == next.row()) {
                breaks.add(writer.next() - 1);
                continued(next.over());
                if (next.counts() != RowGroups.NONE) {
                    bodyRow(table.rows().get(next.counts()), lines.get(next.counts()), Look.Rule.NONE);
                }
                next = starts.hasNext() ? starts.next() : NO_MORE;
            }
            TableRow row = table.rows().get(i);
            Look.Rule rule = i == last ? Look.Rule.MEDIUM : Look.Rule.NONE;
            if (isAcross(row)) {
                Look look = row.kind() == TableRow.Kind.MESSAGE ? NamedStyle.LINE.look() : NamedStyle.stub(row.indent());
                writer.line(row.cells().getFirst().text(), look.ruled(Look.Rule.NONE, rule), 0, printed.firstEnd());
            } else {
                bodyRow(row, lines.get(i), rule);
            }
        }
        if (next.row() > last) {
            breaks.add(writer.next() - 1);
        }
        if (last + 1 < table.rows().size()) {
            writer.line(table.rows().size() - last - 1 + " more rows, which a sheet has no room for, stand in the other formats",
                    NamedStyle.LINE.look());
        }
    }

    /// The pages of the sheet but the first; none where the rows are more than a sheet holds or the head fills the page.
    private List<PrintedPages.Start> starts(List<Integer> lines) {
        double room = PrintedPages.down(table.layout(), printed.landscape(), printed.scale()) - headHeight;
        int notes = table.footnotes().stream()
                .mapToInt(note -> writer.lines(note, NamedStyle.note(table.kind()), firstOfNotes(), printed.firstEnd())).sum();
        return room > headHeight && !lines.isEmpty() && lines.size() <= most
                ? PrintedPages.starts(table, lines, over -> writer.lines(label(over), NamedStyle.STUB_1, 0, printed.firstEnd()),
                        notes, room)
                : List.of();
    }

    /// A row that says what goes on: its label alone.
    private void continued(List<Integer> over) throws IOException {
        if (!over.isEmpty()) {
            writer.line(label(over), NamedStyle.stub(table.rows().get(over.getFirst()).indent()), 0, printed.firstEnd());
        }
    }

    private String label(List<Integer> over) {
        return over.stream().map(row -> table.rows().get(row).cells().getFirst().text().replace('\n', ' '))
                .collect(Collectors.joining(" – ")) + Paginator.CONTINUED;
    }

    private void bodyRow(TableRow row, int most, Look.Rule rule) throws IOException {
        SheetRows.Row line = writer.row();
        boolean apart = false;
        for (int column = 0; column < table.columns().size(); column++) {
            Cell cell = column < row.cells().size() ? row.cells().get(column) : Cell.EMPTY;
            Look look = look(row, column, cell).ruled(Look.Rule.NONE, rule);
            Look standing = (most == 1 ? look : look.standing(Look.Standing.TOP)).apart(apart);
            apart = look.align() == Look.Align.RIGHT && !cell.text().isEmpty() && !apart;
            BigDecimal number = cell.number();
            if (number == null) {
                writer.text(line, column, cell.marked(), standing);
            } else {
                writer.number(line, column, number, standing);
            }
        }
        writer.height(line, most, NamedStyle.CELL);
        writer.write(line);
    }

    private Look look(TableRow row, int column, Cell cell) {
        DecimalPlace place = places.get(column);
        boolean label = column < table.stubColumns() && table.columns().get(column).align() == Align.LEFT;
        if (column == 0 && row.indent() > 0) {
            return NamedStyle.stub(row.indent());
        }
        if (place.holds(cell)) {
            return NamedStyle.CELL.look().indented(place.indent(writer.width(column, column), PrintedWidth.INDENT))
                    .formatted(place.format(cell));
        }
        return switch (table.columns().get(column).align()) {
            case LEFT -> inset(label ? NamedStyle.STUB_1.look() : NamedStyle.TEXT.look(), column);
            case RIGHT -> NamedStyle.CELL.look();
            case CENTER, DECIMAL -> NamedStyle.CELL.look().aligned(Look.Align.CENTER);
        };
    }

    private Look inset(Look look, int column) {
        return printed.inset().contains(column) ? look.indented(1) : look;
    }

    /// Whether a row is one text across the columns: a sentence, and a label without numbers that is wider than its column.
    private boolean isAcross(TableRow row) {
        return row.kind() == TableRow.Kind.MESSAGE || (row.isLabelAlone() && CharacterWidth.lines(
                row.cells().getFirst().text(), writer.width(0, 0) - row.indent() * PrintedWidth.INDENT) > 1);
    }

    private int lines(TableRow row) {
        if (isAcross(row)) {
            return writer.lines(row.cells().getFirst().text(), NamedStyle.LINE, 0, printed.firstEnd());
        }
        return printed.lines(row);
    }

    private void footnotes() throws IOException {
        for (String footnote : table.footnotes()) {
            writer.line(footnote, NamedStyle.note(table.kind()).look(), firstOfNotes(), printed.firstEnd());
        }
    }

    /// Where the columns are printed on pages side by side, footnotes stand on the first, right of those that are on each.
    private int firstOfNotes() {
        return printed.begins().isEmpty() ? 0 : table.stubColumns();
    }

    /// The rows of a listing are an Excel table where their headers name columns, else they have buttons only.
    private void filter(int header, int lastRow) {
        boolean records = table.rows().stream().allMatch(row -> row.kind() == TableRow.Kind.DATA) && lastRow > header;
        if (table.kind() != Display.Kind.LISTING || !records) {
            return;
        }
        Set<String> names = new HashSet<>();
        List<String> written = headers.stream().map(CellText::of).toList();
        if (written.stream().allMatch(name -> !name.isBlank() && name.length() <= LONGEST_HEADER
                && names.add(name.toLowerCase(Locale.ROOT)))) {
            writer.sheet().table("tfl_" + table.id().replaceAll("[^A-Za-z0-9]", "_"), header, lastRow, written);
        } else {
            writer.sheet().filter(header, lastRow, written.size() - 1);
        }
    }

    private static Look.Align headerAlign(TableColumn column) {
        return column.align() == Align.LEFT ? Look.Align.LEFT : Look.Align.CENTER;
    }
}
