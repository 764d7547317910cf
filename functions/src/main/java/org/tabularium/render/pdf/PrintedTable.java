package org.tabularium.render.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabularium.render.ColumnWidths;
import org.tabularium.render.Paginator;
import org.tabularium.render.RowGroups;
import org.tabularium.render.UnitsDigit;
import org.tabularium.render.Wrap;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.Figure;
import org.tabularium.table.display.Listing;
import org.tabularium.table.display.Table;
import org.tabularium.table.display.TableRow;
import org.tabularium.table.display.Text;

/// A table measured in its fonts and cut into pages: all that [TablePainter] needs to draw it. Lengths in points.
///
/// What is drawn is wrapped again when it is drawn: a listing of 100,000 rows would not fit into memory line by line.
final class PrintedTable implements Printed {

    static final double RULE_GAP = 3;
    /// Indentation of a footnote's second and following lines.
    static final double HANG = 8;

    private static final double TITLE_GAP = 5;
    private static final double BLOCK_GAP = 0.35;
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
    final List<List<String>> headers = new ArrayList<>();
    final int headerLines;
    final int spanLines;
    final List<String> notes = new ArrayList<>();
    /// Whether the footnotes are on each page; else they are the closing lines.
    final boolean notesRepeated;
    final List<Paginator.Page> pages;

    private final Display original;
    private final TableStyles styles;
    private final List<Integer> lines = new ArrayList<>();
    private final List<Integer> noteStarts = new ArrayList<>(List.of(0));

    /// @param wanted the frame of its pages; null for the one that serves the table best
    private PrintedTable(Display original, @Nullable PageFrame wanted) {
        this.original = original;
        table = PrintableDisplay.of(original, typeface);
        styles = TableStyles.of(table, typeface);
        body = styles.body();
        head = styles.head();
        title = styles.title();
        note = styles.note();
        rowGap = styles.rowGap();
        measured = new ColumnWidths(table, text -> typeface.width(text, body), text -> typeface.width(text, head));
        frame = wanted == null ? new PageChoice(table, measured, styles).frame() : wanted;
        widths = measured.on(frame.contentWidth());
        for (int column = 0; column < widths.length; column++) {
            headers.add(Wrap.balanced(table.columns().get(column).header(), Math.max(2 * body.size(), inner(column)),
                    text -> typeface.width(text, head)));
        }
        headerLines = headers.isEmpty() ? 0 : mostLines(headers);
        spanLines = spanLines();
        RowGroups groups = new RowGroups(table);
        for (int row = 0; row < table.rows().size(); row++) {
            lines.add(height(wrapped(table.rows().get(row)), groups.labelsNext(row)));
        }
        for (String footnote : footnotes()) {
            notes.addAll(
                    Wrap.lines(footnote, frame.contentWidth(), frame.contentWidth() - HANG, text -> typeface.width(text, note)));
            noteStarts.add(notes.size());
        }
        double room = frame.contentHeight() - titleHeight(true) - headerHeight() - 2 * RULE_GAP;
        double noteHeight = notes.size() * note.lineHeight() + RULE_GAP;
        notesRepeated = noteHeight <= room / 3;
        Paginator.Measures measures = new Paginator.Measures(Arrays.stream(widths).boxed().toList(), lines,
                over -> continuedLabel(over).size(), body.lineHeight(), rowGap, body.size() * BLOCK_GAP,
                notesRepeated ? 0 : notes.size(), note.lineHeight());
        double rest = notesRepeated ? room - noteHeight : room;
        pages = Paginator.paginate(table, measures,
                new Paginator.Room(frame.contentWidth(), rest + titleHeight(true) - titleHeight(false), rest));
    }

    static PrintedTable of(Display display) {
        return new PrintedTable(display, null);
    }

    @Override
    public Optional<Printed> on(PageFrame other) {
        boolean open = table.layout().orientation() == PageLayout.Orientation.AUTO;
        return open && measured.fits(other.contentWidth()) ? Optional.of(new PrintedTable(original, other)) : Optional.empty();
    }

    @Override
    public Display display() {
        return table;
    }

    @Override
    public PageFrame frame() {
        return frame;
    }

    @Override
    public int pageCount() {
        return pages.size();
    }

    private static int mostLines(List<List<String>> cells) {
        int most = 1;
        for (List<String> cell : cells) {
            most = Math.max(most, cell.size());
        }
        return most;
    }

    /// Whether this line begins a footnote.
    boolean beginsNote(int line) {
        return noteStarts.contains(line);
    }

    /// The lines of number and title: one below the other, in one line where the table goes on.
    List<String> titleLines(boolean continued) {
        List<String> titled = new ArrayList<>();
        String numbered = table.number().isEmpty() || !continued ? "" : table.numbered() + "  ";
        if (!table.number().isEmpty() && !continued) {
            titled.add(table.numbered());
        }
        titled.addAll(Wrap.balanced(numbered + table.title() + (continued ? Paginator.CONTINUED : ""), frame.contentWidth(),
                text -> typeface.width(text, title)));
        return titled;
    }

    List<String> populationLines() {
        return table.population().isEmpty() ? List.of() : styles.wrap(table.population(), frame.contentWidth(), 0, body);
    }

    double titleHeight(boolean continued) {
        return titleLines(continued).size() * title.lineHeight() + populationLines().size() * body.lineHeight() + TITLE_GAP;
    }

    double headerHeight() {
        return (headerLines + spanLines) * head.lineHeight() + 2 * RULE_GAP + (spanLines > 0 ? 2 * RULE_GAP : 0);
    }

    @Override
    public double height(int number) {
        Paginator.Page page = pages.get(number);
        int closing = notesRepeated ? notes.size() : page.toClosing() - page.fromClosing();
        double sum = titleHeight(number > 0) + headerHeight() + 3 * RULE_GAP + closing * note.lineHeight();
        for (Paginator.Placed placed : page.rows()) {
            sum += placed.gap() + (placed.toLine() - placed.fromLine()) * body.lineHeight() + rowGap;
        }
        return sum;
    }

    /// Room for text in a column.
    double inner(int column) {
        return widths[column] - 2 * ColumnWidths.PADDING;
    }

    List<String> spanText(String span, double room) {
        return Wrap.balanced(span, Math.max(2 * head.size(), room), text -> typeface.width(text, head));
    }

    /// How many lines a row is high. A label that is that of the next row too may have its second line beside that one.
    private static int height(List<List<String>> cells, boolean labelsNext) {
        int most = mostLines(cells);
        int others = cells.size() > 1 ? mostLines(cells.subList(1, cells.size())) : most;
        return labelsNext && others == most - 1 ? others : most;
    }

    /// How many lines a row has.
    int lines(int row) {
        return lines.get(row);
    }

    /// The label that says what goes on: the labels of these rows in one.
    List<String> continuedLabel(List<Integer> over) {
        String label = over.stream().map(row -> table.rows().get(row).cells())
                .map(cells -> cells.isEmpty() ? "" : cells.getFirst().text().replace('\n', ' '))
                .collect(Collectors.joining(" – "));
        return styles.wrap(label + Paginator.CONTINUED, frame.contentWidth() - 2 * ColumnWidths.PADDING, ColumnWidths.HANGING,
                body);
    }

    /// Whether this cell is as in the row above and need not be shown again: one of those that name a listing's subject.
    boolean isOnceASubject(int row, int column) {
        return row > 0 && switch (table) {
            case Table summary -> false;
            case Figure figure -> false;
            case Text text -> false;
            case Listing listing ->
                column < listing.stubColumns() && sameSubject(listing.rows().get(row - 1), listing.rows().get(row));
        };
    }

    private boolean sameSubject(TableRow above, TableRow row) {
        for (int column = 0; column < table.stubColumns(); column++) {
            if (column >= above.cells().size() || column >= row.cells().size()
                    || !above.cells().get(column).text().equals(row.cells().get(column).text())) {
                return false;
            }
        }
        return true;
    }

    /// The lines of each of a row's cells.
    List<List<String>> wrapped(TableRow row) {
        List<List<String>> wrapped = new ArrayList<>();
        if (row.kind() == TableRow.Kind.MESSAGE) {
            wrapped.add(styles.wrap(row.cells().getFirst().text(), acrossAll(), 0, body));
            return wrapped;
        }
        boolean alone = row.isLabelAlone();
        for (int column = 0; column < Math.min(row.cells().size(), widths.length); column++) {
            String text = row.cells().get(column).text();
            double indent = column == 0 ? row.indent() * ColumnWidths.INDENT : 0;
            double hanging = column == 0 ? ColumnWidths.HANGING : 0;
            boolean number = standsByUnits(column, text);
            double room = alone ? acrossAll() : inner(column);
            wrapped.add(number ? List.of(text) : styles.wrap(text, room - indent, hanging, body));
        }
        return wrapped;
    }

    private double acrossAll() {
        return Math.min(frame.contentWidth(), ColumnWidths.sum(widths)) - 2 * ColumnWidths.PADDING;
    }

    /// Whether the text stands by its units digit: a number, in a column of numbers that is wide enough for all of them.
    boolean standsByUnits(int column, String text) {
        return table.columns().get(column).align() == Align.DECIMAL && UnitsDigit.end(text) >= 0
                && measured.units(column) <= inner(column) + 1e-6;
    }

    /// The footnotes, and what the boxes are.
    private List<String> footnotes() {
        List<String> all = new ArrayList<>(table.footnotes());
        Set<Integer> missing = typeface.missing();
        if (!missing.isEmpty()) {
            all.add(boxes(missing.stream().map("U+%04X"::formatted).collect(Collectors.joining(", "))));
        }
        return all;
    }

    /// What the boxes stand for.
    static String boxes(String missing) {
        return "□ stands for a character that the fonts of this document lack: " + missing + ".";
    }

    private int spanLines() {
        int most = 0;
        for (int first = 0, end; first < widths.length; first = end) {
            String span = table.columns().get(first).span();
            double room = widths[first];
            for (end = first + 1; end < widths.length && !span.isEmpty() && table.columns().get(end).span().equals(span); end++) {
                room += widths[end];
            }
            most = Math.max(most, span.isEmpty() ? 0 : spanText(span, room - 2 * ColumnWidths.PADDING).size());
        }
        return most;
    }
}
