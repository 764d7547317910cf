package org.tabularium.render.docx;

import java.util.Arrays;
import java.util.List;
import org.tabularium.render.ColumnSlices;
import org.tabularium.render.ColumnWidths;
import org.tabularium.render.Paginator;
import org.tabularium.render.RowGroups;
import org.tabularium.render.UnitsDigit;
import org.tabularium.render.Wrap;
import org.tabularium.render.office.ArialWidth;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;

/// A display measured in Arial: the widths of its columns on a paper, and how high its parts are. Lengths in points.
final class MeasuredTable {

    /// Space below a row.
    static final double ROW_GAP = 1;
    /// Space above a block, in sizes of the font.
    static final double BLOCK_GAP = 0.35;

    /// Programs differ in the last of a line's points, and a number must not be broken.
    static final double SLACK = 1.01;

    private static final double LEADING = 1.15;
    /// Space below a title, below a line, above and below a header and its first row, above a footnote: those of the styles.
    private static final double TITLE_GAP = 2;
    private static final double LINE_GAP = 5;
    private static final double HEAD_GAP = 5;
    private static final double NOTE_GAP = 2;
    private static final double FIRST_GAP = 2;
    /// Sizes of titles and of the lines below them: those of the styles.
    private static final double TITLE_SIZE = 10;
    private static final double LINE_SIZE = 9;
    /// The line between two tables of which the second begins a page.
    static final double BREAK = LINE_SIZE * LEADING + ROW_GAP;

    final Display table;
    final double size;
    final PageSetup setup;
    final ColumnWidths measured;
    final double[] widths;
    final List<ColumnSlices.Slice> slices;
    final RowGroups groups;
    final double notesHeight;

    private final ArialWidth body;
    private final ArialWidth head;
    private final ArialWidth note = new ArialWidth(false, PageLayout.SMALLEST);
    private final ArialWidth title = new ArialWidth(true, TITLE_SIZE * SLACK);
    private final double lineHeight;

    MeasuredTable(Display display, PageSetup paper) {
        table = display;
        size = size(display);
        body = new ArialWidth(false, size * SLACK);
        head = new ArialWidth(true, size * SLACK);
        measured = new ColumnWidths(marked(display), body::of, head::of);
        setup = paper;
        widths = measured.on(setup.contentWidth());
        slices = ColumnSlices.of(display, Arrays.stream(widths).boxed().toList(), setup.contentWidth());
        groups = new RowGroups(display);
        lineHeight = size * LEADING;
        notesHeight = display.footnotes().stream().mapToDouble(this::noteHeight).sum();
    }

    /// The size of what stands in the rows of a display.
    static double size(Display display) {
        return Math.clamp(display.layout().fontSize(), PageLayout.SMALLEST, 12);
    }

    /// Whether it stands on its paper without being split.
    boolean fits() {
        return measured.fits(setup.contentWidth());
    }

    /// Whether it does with some air.
    boolean isComfortable() {
        return measured.isComfortable(setup.contentWidth());
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

    double noteHeight(String text) {
        return lines(text, setup.contentWidth(), note) * PageLayout.SMALLEST * LEADING + NOTE_GAP;
    }

    /// Of the rows with these columns.
    double[] heights(List<Integer> columns) {
        double[] all = new double[table.rows().size()];
        for (int row = 0; row < all.length; row++) {
            double gap = groups.hasGap(row) ? size * BLOCK_GAP : 0;
            all[row] = lines(table.rows().get(row), columns) * lineHeight + ROW_GAP + (row == 0 ? FIRST_GAP : gap);
        }
        return all;
    }

    double titleHeight() {
        return lines(table.heading(), setup.contentWidth(), title) * TITLE_SIZE * LEADING + TITLE_GAP
                + (table.population().isEmpty() ? 0 : LINE_SIZE * LEADING + LINE_GAP);
    }

    /// The height of the title where the table goes on with other columns.
    double againHeight() {
        return size + lines(table.heading() + Paginator.CONTINUED, setup.contentWidth(), body) * LINE_SIZE * LEADING + LINE_GAP;
    }

    /// The height of a label that stands again where a page begins.
    double labelHeight(String label) {
        return lines(label, setup.contentWidth(), body) * lineHeight + ROW_GAP + FIRST_GAP;
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

    double headerHeight(List<Integer> columns) {
        int most = 1;
        boolean spans = false;
        for (int column : columns) {
            most = Math.max(most, lines(table.columns().get(column).marked(), inner(column), head));
            spans |= !table.columns().get(column).span().isEmpty();
        }
        return most * lineHeight + HEAD_GAP + (spans ? lineHeight + HEAD_GAP : 0);
    }

    private int lines(TableRow row, List<Integer> columns) {
        if (row.kind() == TableRow.Kind.MESSAGE) {
            return lines(row.cells().getFirst().text(), setup.contentWidth(), body);
        }
        if (standsAcross(row)) {
            return lines(row.cells().getFirst().text(), setup.contentWidth() - row.indent() * ColumnWidths.INDENT, body);
        }
        int most = 1;
        for (int column : columns) {
            most = column < row.cells().size() ? Math.max(most, lines(row, column)) : most;
        }
        return most;
    }

    /// The lines of a cell.
    int lines(TableRow row, int column) {
        String text = row.cells().get(column).text();
        if (text.isEmpty() || standsByUnits(column, text)) {
            return 1;
        }
        double indent = column == 0 ? row.indent() * ColumnWidths.INDENT : 0;
        return lines(text, inner(column) - indent, body);
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
