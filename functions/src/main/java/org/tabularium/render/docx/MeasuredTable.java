package org.tabularium.render.docx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tabularium.render.ColumnSlices;
import org.tabularium.render.ColumnWidths;
import org.tabularium.render.Paginator;
import org.tabularium.render.RowGroups;
import org.tabularium.render.UnitsDigit;
import org.tabularium.render.Wrap;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;

/// A display measured in Arial: its paper, the widths of its columns, which rows stay together, and about how many pages Word
/// will make of it. Lengths in points.
final class MeasuredTable implements Planned {

    /// Space below a row.
    static final double ROW_GAP = 1;
    /// Space above a block, in sizes of the font.
    static final double BLOCK_GAP = 0.35;

    private static final double LEADING = 1.15;
    /// Programs differ in the last of a line's points, and a number must not be broken.
    private static final double SLACK = 1.02;
    /// Space below a title, below a line, above and below a header and its first row, above a footnote: those of the styles.
    private static final double TITLE_GAP = 2;
    private static final double LINE_GAP = 5;
    private static final double HEAD_GAP = 5;
    private static final double NOTE_GAP = 2;
    /// What of a page a block may take to be kept on one.
    private static final double KEPT = 0.6;
    private static final int ROWS_ON_LAST_PAGE = 3;
    /// A longer display stands in landscape where it has no air upright.
    private static final int MOST_COMPARED = 1_000;

    final Display table;
    final double size;
    final PageSetup setup;
    final ColumnWidths measured;
    final double[] widths;
    final List<ColumnSlices.Slice> slices;
    final RowGroups groups;

    private final ArialWidth body;
    private final ArialWidth head;
    private final ArialWidth note = new ArialWidth(false, PageLayout.SMALLEST);
    private final List<Integer> lines = new ArrayList<>();
    private final double lineHeight;
    private final double notesHeight;
    private final double room;

    private MeasuredTable(Display display, boolean landscape) {
        table = display;
        size = Math.clamp(display.layout().fontSize(), PageLayout.SMALLEST, 12);
        body = new ArialWidth(false, size * SLACK);
        head = new ArialWidth(true, size * SLACK);
        measured = new ColumnWidths(marked(display), body::of, head::of);
        setup = PageSetup.of(display.layout(), landscape);
        widths = measured.on(setup.contentWidth());
        slices = ColumnSlices.of(display, Arrays.stream(widths).boxed().toList(), setup.contentWidth());
        groups = new RowGroups(display);
        lineHeight = size * LEADING;
        display.rows().forEach(row -> lines.add(lines(row)));
        notesHeight = display.footnotes().stream().mapToInt(text -> lines(text, setup.contentWidth(), note)).sum()
                * PageLayout.SMALLEST * LEADING + display.footnotes().size() * NOTE_GAP;
        room = setup.contentHeight() - headerHeight();
    }

    /// The display on the paper that its layout asks for, else upright where it fits with some air, or fits and would take no
    /// more pages than landscape.
    static MeasuredTable of(Display display) {
        return switch (display.layout().orientation()) {
            case PORTRAIT -> new MeasuredTable(display, false);
            case LANDSCAPE -> new MeasuredTable(display, true);
            case AUTO -> chosen(display);
        };
    }

    private static MeasuredTable chosen(Display display) {
        MeasuredTable upright = new MeasuredTable(display, false);
        double width = upright.setup.contentWidth();
        if (upright.measured.isComfortable(width)) {
            return upright;
        }
        MeasuredTable landscape = new MeasuredTable(display, true);
        boolean saves = display.rows().size() > MOST_COMPARED || upright.pages() > Math.max(1, landscape.pages());
        return saves || !upright.measured.fits(width) ? landscape : upright;
    }

    /// Whether the text stands by its units digit: a number, in a column of numbers that is wide enough for all of them.
    boolean standsByUnits(int column, String text) {
        return table.columns().get(column).align() == Align.DECIMAL && UnitsDigit.end(text) >= 0
                && measured.units(column) <= inner(column) + 1e-6;
    }

    /// Whether the row is a label that stands across all columns, since it is too wide for its own.
    boolean standsAcross(TableRow row) {
        return row.isLabelAlone()
                && lines(row.cells().getFirst().text(), inner(0) - row.indent() * ColumnWidths.INDENT, body) > 1;
    }

    /// Where the units digits of a column end.
    double unitsEnd(int column) {
        return measured.unitsEnd(column, inner(column));
    }

    @Override
    public Display display() {
        return table;
    }

    @Override
    public PageSetup setup() {
        return setup;
    }

    @Override
    public int pages() {
        Paginator.Measures measures = new Paginator.Measures(Arrays.stream(widths).boxed().toList(), lines, over -> 1, lineHeight,
                ROW_GAP, size * BLOCK_GAP, (int) Math.ceil(notesHeight / lineHeight), lineHeight);
        return Paginator.paginate(table, measures, new Paginator.Room(setup.contentWidth(), room - titleHeight(), room)).size();
    }

    /// Which rows stay on the page of the next: those of a block that a page holds, of a higher one those below one label, which
    /// Word does not repeat on the next page, headings, rows that the next explains, and the last rows, with the footnotes.
    ///
    /// @param whole whether all of it stays together where a page holds it
    boolean[] keptWithNext(boolean whole) {
        int rows = table.rows().size();
        boolean[] kept = new boolean[rows];
        boolean all = whole && height(0, rows) + titleHeight() + notesHeight <= room;
        for (int start = 0, end; start < rows; start = end) {
            end = groups.keepEnd(start);
            boolean together = all || height(start, end) <= room * KEPT;
            for (int row = start; row < end && row + 1 < rows; row++) {
                boolean within = row + 1 < end && together;
                boolean last = row >= rows - ROWS_ON_LAST_PAGE;
                kept[row] = all || within || last || !groups.mayBreakBefore(row + 1)
                        || (row + 1 < end && isBelowOneLabel(row + 1));
            }
        }
        if (rows > 0) {
            kept[rows - 1] = keepsNotes();
        }
        return kept;
    }

    /// They do with the last rows where they take less than half a page.
    @Override
    public boolean keepsNotes() {
        return !table.footnotes().isEmpty() && notesHeight <= room / 2;
    }

    /// Whether a page holds the rows below the label that stands over a row, and so this one with those before it.
    private boolean isBelowOneLabel(int row) {
        List<Integer> over = groups.over(row);
        if (over.isEmpty()) {
            return false;
        }
        int label = over.getLast();
        int end = row + 1;
        while (end < table.rows().size() && !groups.beginsBlock(end)
                && table.rows().get(end).indent() > table.rows().get(label).indent()) {
            end++;
        }
        return height(label, end) <= room * KEPT;
    }

    private double height(int from, int to) {
        double sum = 0;
        for (int row = from; row < to; row++) {
            sum += lines.get(row) * lineHeight + ROW_GAP + (groups.hasGap(row) ? size * BLOCK_GAP : 0);
        }
        return sum;
    }

    private double titleHeight() {
        return lines(table.heading(), setup.contentWidth(), head) * (size + 1) * LEADING + TITLE_GAP
                + (table.population().isEmpty() ? 0 : lineHeight + LINE_GAP);
    }

    /// What the lower row of a header with spans must be high for those of its cells that reach up beside the spans.
    double lowerHeader() {
        int most = 1;
        for (int column = 0; column < widths.length; column++) {
            int reach = table.columns().get(column).span().isEmpty() ? 1 : 0;
            most = Math.max(most, lines(table.columns().get(column).marked(), inner(column), head) - reach);
        }
        return most * lineHeight + HEAD_GAP;
    }

    private double headerHeight() {
        int most = 1;
        boolean spans = false;
        for (int column = 0; column < widths.length; column++) {
            most = Math.max(most, lines(table.columns().get(column).marked(), inner(column), head));
            spans |= !table.columns().get(column).span().isEmpty();
        }
        return most * lineHeight + HEAD_GAP + (spans ? lineHeight + HEAD_GAP : 0);
    }

    private int lines(TableRow row) {
        if (row.kind() == TableRow.Kind.MESSAGE) {
            return lines(row.cells().getFirst().text(), setup.contentWidth(), body);
        }
        int most = 1;
        if (standsAcross(row)) {
            return lines(row.cells().getFirst().text(), setup.contentWidth() - row.indent() * ColumnWidths.INDENT, body);
        }
        for (int column = 0; column < Math.min(row.cells().size(), widths.length); column++) {
            String text = row.cells().get(column).text();
            if (!text.isEmpty() && !standsByUnits(column, text)) {
                double indent = column == 0 ? row.indent() * ColumnWidths.INDENT : 0;
                most = Math.max(most, lines(text, inner(column) - indent, body));
            }
        }
        return most;
    }

    private int lines(String text, double width, ArialWidth font) {
        double least = Math.max(2 * size, width);
        return Wrap.lines(text, least, Math.max(2 * size, width - ColumnWidths.HANGING), font::of).size();
    }

    private double inner(int column) {
        return widths[column] - 2 * ColumnWidths.PADDING;
    }

    private static Display marked(Display display) {
        List<TableColumn> columns = display.columns().stream()
                .map(column -> new TableColumn(column.marked(), column.span(), column.align())).toList();
        return display.with(display.number(), display.title(), display.population(), columns, display.rows(),
                display.footnotes());
    }
}
