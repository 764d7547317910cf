package org.tabularium.render.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tabularium.render.Paginator;
import org.tabularium.shell.PageLayout;
import org.tabularium.render.UnitsDigit;
import org.tabularium.table.Align;
import org.tabularium.table.Cell;
import org.tabularium.table.Display;
import org.tabularium.table.TableColumn;
import org.tabularium.table.TableRow;

/// A table measured in its fonts and cut into pages: all that [TablePainter] needs to draw it. Lengths in points.
final class PrintedTable {

    static final String CONTINUED = " (continued)";
    private static final double TITLE_GAP = 6;
    static final double RULE_GAP = 3;

    final Display table;
    final Typeface typeface = new Typeface();
    final Typeface.Style body;
    final Typeface.Style head;
    final Typeface.Style title;
    final Typeface.Style note;
    final PageFrame frame;
    final ColumnWidths measured;
    final double[] widths;
    final double rowGap;
    /// The wrapped lines of each cell by row and column.
    final List<List<List<String>>> cells = new ArrayList<>();
    final List<List<String>> headers = new ArrayList<>();
    final int headerLines;
    final int spanLines;
    final List<String> notes = new ArrayList<>();
    /// Whether the footnotes are on each page; else they are the closing lines.
    final boolean notesRepeated;
    final List<Paginator.Page> pages;

    PrintedTable(Display original) {
        table = printable(original);
        double size = Math.clamp(original.layout().fontSize(), 6, 12);
        body = new Typeface.Style(false, size);
        head = new Typeface.Style(true, size);
        title = new Typeface.Style(true, size + 1);
        note = new Typeface.Style(false, Math.max(6, size - 1));
        rowGap = size * 0.22;
        measured = new ColumnWidths(table, typeface, body, head);
        frame = frame();
        widths = measured.on(frame.contentWidth());
        for (int column = 0; column < widths.length; column++) {
            headers.add(wrap(table.columns().get(column).header(), inner(column), 0, head));
        }
        headerLines = headers.stream().mapToInt(List::size).max().orElse(0);
        spanLines = spanLines();
        for (TableRow row : table.rows()) {
            cells.add(wrapped(row));
        }
        for (String footnote : notes(table)) {
            notes.addAll(
                    Wrap.lines(footnote, frame.contentWidth(), frame.contentWidth() - HANG, text -> typeface.width(text, note)));
            noteStarts.add(notes.size());
        }
        double above = titleHeight() + headerHeight() + 2 * RULE_GAP;
        double room = frame.contentHeight() - above;
        double noteHeight = notes.size() * note.lineHeight() + RULE_GAP;
        notesRepeated = noteHeight <= room / 3;
        pages = Paginator.paginate(table, measures(),
                new Paginator.Room(frame.contentWidth(), notesRepeated ? room - noteHeight : room));
    }

    /// Indentation of a footnote's second and following lines.
    static final double HANG = 8;
    private final List<Integer> noteStarts = new ArrayList<>(List.of(0));

    /// Whether this line begins a footnote.
    boolean beginsNote(int line) {
        return noteStarts.contains(line);
    }

    /// The lines of number, title and population.
    List<String> titleLines(boolean continued) {
        List<String> lines = new ArrayList<>();
        String after = continued ? CONTINUED : "";
        if (!table.number().isEmpty()) {
            lines.add(table.numbered() + after);
            after = "";
        }
        lines.addAll(Wrap.lines(table.title() + after, frame.contentWidth(), frame.contentWidth(),
                text -> typeface.width(text, title)));
        return lines;
    }

    List<String> populationLines() {
        return table.population().isEmpty() ? List.of() : wrap(table.population(), frame.contentWidth(), 0, body);
    }

    double titleHeight() {
        return titleLines(true).size() * title.lineHeight() + populationLines().size() * body.lineHeight() + TITLE_GAP;
    }

    double headerHeight() {
        return (headerLines + spanLines) * head.lineHeight() + 2 * RULE_GAP + (spanLines > 0 ? 2 * RULE_GAP : 0);
    }

    /// Room for text in a column.
    double inner(int column) {
        return widths[column] - 2 * ColumnWidths.PADDING;
    }

    List<String> spanText(String span, double room) {
        return wrap(span, room, 0, head);
    }

    /// The label of a repeated row.
    List<String> continuedLabel(int row) {
        TableRow repeated = table.rows().get(row);
        String label = repeated.cells().isEmpty() ? "" : repeated.cells().getFirst().text();
        double room = inner(0) - repeated.indent() * ColumnWidths.INDENT;
        return wrap(label + CONTINUED, room, ColumnWidths.HANGING, body);
    }

    /// The characters of the table that are shown as boxes, as "U+1F600, U+0639".
    String missingCharacters() {
        Set<Integer> missing = typeface.missing();
        return missing.stream().map("U+%04X"::formatted).collect(Collectors.joining(", "));
    }

    private PageFrame frame() {
        PageLayout layout = table.layout();
        PageFrame portrait = PageFrame.of(layout, false);
        boolean landscape = switch (layout.orientation()) {
            case PORTRAIT -> false;
            case LANDSCAPE -> true;
            case AUTO -> !measured.isComfortable(portrait.contentWidth());
        };
        return landscape ? PageFrame.of(layout, true) : portrait;
    }

    private List<String> notes(Display printable) {
        List<String> all = new ArrayList<>(printable.footnotes());
        if (!typeface.missing().isEmpty()) {
            all.add("□ stands for a character that the fonts of this document lack: " + missingCharacters() + ".");
        }
        return all;
    }

    private int spanLines() {
        int lines = 0;
        for (int first = 0, end; first < widths.length; first = end) {
            String span = table.columns().get(first).span();
            double room = widths[first];
            for (end = first + 1; end < widths.length && !span.isEmpty() && table.columns().get(end).span().equals(span); end++) {
                room += widths[end];
            }
            lines = Math.max(lines, span.isEmpty() ? 0 : spanText(span, room - 2 * ColumnWidths.PADDING).size());
        }
        return lines;
    }

    private List<List<String>> wrapped(TableRow row) {
        List<List<String>> lines = new ArrayList<>();
        if (row.kind() == TableRow.Kind.MESSAGE) {
            double all = Math.min(frame.contentWidth(), ColumnWidths.sum(widths));
            lines.add(wrap(row.cells().getFirst().text(), all - 2 * ColumnWidths.PADDING, 0, body));
            return lines;
        }
        for (int column = 0; column < Math.min(row.cells().size(), widths.length); column++) {
            String text = row.cells().get(column).text();
            double indent = column == 0 ? row.indent() * ColumnWidths.INDENT : 0;
            double hanging = column == 0 ? ColumnWidths.HANGING : 0;
            boolean number = standsByUnits(column, text);
            lines.add(number ? List.of(text) : wrap(text, inner(column) - indent, hanging, body));
        }
        return lines;
    }

    /// Whether the text stands by its units digit: a number, in a column of numbers that is wide enough for all of them.
    boolean standsByUnits(int column, String text) {
        return table.columns().get(column).align() == Align.DECIMAL && UnitsDigit.end(text) >= 0
                && measured.units(column) <= inner(column) + 1e-6;
    }

    private List<String> wrap(String text, double room, double hanging, Typeface.Style style) {
        double least = 2 * style.size();
        return Wrap.lines(text, Math.max(least, room), Math.max(least, room - hanging), part -> typeface.width(part, style));
    }

    private Paginator.Measures measures() {
        List<Integer> lines = new ArrayList<>();
        List<Integer> continued = new ArrayList<>();
        for (int row = 0; row < cells.size(); row++) {
            lines.add(cells.get(row).stream().mapToInt(List::size).max().orElse(1));
            continued.add(continuedLabel(row).size());
        }
        return new Paginator.Measures(Arrays.stream(widths).boxed().toList(), lines, continued, body.lineHeight(), rowGap,
                body.size() * 0.45, notesRepeated ? 0 : notes.size(),
                note.lineHeight());
    }

    private Display printable(Display table) {
        List<TableColumn> columns = table.columns().stream()
                .map(column -> new TableColumn(typeface.printable(column.header()), typeface.printable(column.span()),
                        column.align()))
                .toList();
        List<TableRow> rows = table.rows().stream()
                .map(row -> new TableRow(row.kind(), row.indent(), row.block(), row.cells().stream()
                        .map(cell -> new Cell(typeface.printable(cell.text()), cell.number(), List.of())).toList()))
                .toList();
        return table.with(typeface.printable(table.number()), typeface.printable(table.title()),
                typeface.printable(table.population()), columns, rows,
                table.footnotes().stream().map(typeface::printable).toList());
    }
}
