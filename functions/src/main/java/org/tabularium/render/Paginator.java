package org.tabularium.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tabularium.table.Display;
import org.tabularium.table.TableRow;

/// Cuts a table into pages. Pure: the same table, measures and room give the same pages; it draws nothing and knows no file
/// format.
///
/// The rules:
///
/// 1. Every line of every cell stands on exactly one page, in the order of the table. What stands there again to guide the reader
///    is marked as repeated.
/// 2. A table that is too wide is split between columns. The stub columns are repeated on the left of each slice; columns under
///    the same spanning
///    header stay together where they fit. A column wider than what the stub leaves gets a slice of its own. Stub columns that
/// leave less than a
///    third of the page are not repeated.
/// 3. All slices of the same rows follow each other, before the next rows.
/// 4. The rows of a block stay on one page where one page can hold them; then a block that does not fit in the rest of a page
///    starts the next one.
///    A block whose last row is a heading takes the next block with it.
/// 5. A block longer than a page starts where there is room and is broken between rows. Each page begins with the rows that stand
///    over its first row,
///    repeated as "(continued)": the nearest rows above it that are less indented, of this block or of others, and the block's
/// heading.
/// 6. A heading, and the first row of a block that is less indented than the second, is never the last row on a page.
/// 7. A row higher than a page begins where at least two of its lines fit and is broken between its lines. Where repeated rows
///    would leave no room for it, they are left out.
/// 8. Between two blocks stands a gap if one of them has several rows; none at the top of a page or below a repeated row.
/// 9. What comes after the last row (closing lines, such as footnotes that are too many to be repeated) stands below it where all
///    of it fits, else on
///    pages of its own, with as many lines as a page holds.
/// 10. A table without rows has one page with its header.
public final class Paginator {

    /// How high things are, in any unit of length.
    ///
    /// @param columnWidths one a column
    /// @param lines lines of each row, at least 1
    /// @param continuedLines lines of each row where it is repeated with "(continued)"
    /// @param lineHeight height of a line
    /// @param rowGap what a row takes besides its lines
    /// @param blockGap the gap between blocks
    /// @param closingLines how many lines come after the last row
    /// @param closingLineHeight height of one of them
    public record Measures(List<Double> columnWidths, List<Integer> lines, List<Integer> continuedLines, double lineHeight,
            double rowGap,
            double blockGap, int closingLines, double closingLineHeight) {

        double height(int row) {
            return lines.get(row) * lineHeight + rowGap;
        }

        double continuedHeight(int row) {
            return continuedLines.get(row) * lineHeight + rowGap;
        }
    }

    /// The room for the columns and for the body's rows on a page, without titles, header and anything that is on every page.
    public record Room(double width, double height) {}

    /// A row, or some of its lines, on a page.
    ///
    /// @param row the row's number in the table
    /// @param fromLine the first line of the row that stands here, from 0
    /// @param toLine the line after the last that stands here
    /// @param repeated whether the row is here again, as "(continued)"
    /// @param gap the gap above it
    public record Placed(int row, int fromLine, int toLine, boolean repeated, double gap) {}

    /// One page.
    ///
    /// @param columns the columns' numbers, from left to right
    /// @param repeatedColumns how many of them, from the left, are here again
    /// @param rows from top to bottom
    /// @param fromClosing the first closing line on this page
    /// @param toClosing the one after the last; equal where there is none
    public record Page(List<Integer> columns, int repeatedColumns, List<Placed> rows, int fromClosing, int toClosing) {}

    private record Range(List<Placed> rows, int fromClosing, int toClosing) {}

    /// Lengths closer than this are equal: sums of widths are not exact.
    static final double SLACK = 1e-6;

    private final List<TableRow> rows;
    private final Measures measures;
    private final double height;
    private final List<Range> ranges = new ArrayList<>();
    private List<Placed> page = new ArrayList<>();
    private double used;

    private Paginator(Display table, Measures measures, Room room) {
        this.rows = table.rows();
        this.measures = measures;
        this.height = room.height();
    }

    /// The table's pages, at least one.
    public static List<Page> paginate(Display table, Measures measures, Room room) {
        List<ColumnSlices.Slice> slices = ColumnSlices.of(table, measures.columnWidths(), room.width());
        Paginator paginator = new Paginator(table, measures, room);
        paginator.placeRows();
        paginator.placeClosing();
        List<Page> pages = new ArrayList<>();
        for (Range range : paginator.ranges) {
            for (int i = 0; i < slices.size(); i++) {
                boolean last = i == slices.size() - 1;
                if (!range.rows().isEmpty() || last) {
                    ColumnSlices.Slice slice = slices.get(i);
                    pages.add(new Page(slice.columns(), slice.repeated(), range.rows(), last ? range.fromClosing() : 0,
                            last ? range.toClosing() : 0));
                } else if (table.rows().isEmpty()) {
                    pages.add(new Page(slices.get(i).columns(), slices.get(i).repeated(), List.of(), 0, 0));
                }
            }
        }
        return pages;
    }

    private void placeRows() {
        for (int start = 0, end; start < rows.size(); start = end) {
            end = keepEnd(start);
            if (!fits(start, end) && !page.isEmpty() && repeatedHeight(over(start)) + heightOf(start, end) <= height + SLACK) {
                breakPage();
                repeat(over(start));
            }
            if (fits(start, end)) {
                place(start, end);
            } else {
                placeBroken(start, end);
            }
        }
    }

    /// Places a block that no page can hold, group by group: a group is what must not be parted, headings and the row below them.
    private void placeBroken(int start, int end) {
        for (int from = start, to; from < end; from = to) {
            to = groupEnd(from, end);
            if (!fits(from, to) && !page.isEmpty() && (fitsOnEmptyPage(from, to) || !canBegin(from, to))) {
                breakPage();
                repeatHeadings(from, to);
            }
            if (fits(from, to)) {
                place(from, to);
            } else {
                for (int row = from; row < to; row++) {
                    placeByLines(row);
                }
            }
        }
    }

    /// Whether the rows fit below what is on the page.
    private boolean fits(int from, int to) {
        return used + gapBefore(from) + heightOf(from, to) <= height + SLACK;
    }

    /// Whether the group can begin below what is on the page: its headings and two lines of its last row fit.
    private boolean canBegin(int from, int to) {
        double firstLines = Math.min(2, measures.lines().get(to - 1)) * measures.lineHeight() + measures.rowGap();
        return used + gapBefore(from) + heightOf(from, to) - measures.height(to - 1) + firstLines <= height + SLACK;
    }

    private boolean fitsOnEmptyPage(int from, int to) {
        return heightOf(from, to) <= height + SLACK;
    }

    private double heightOf(int from, int to) {
        double sum = 0;
        for (int row = from; row < to; row++) {
            sum += (row > from ? gap(row) : 0) + measures.height(row);
        }
        return sum;
    }

    private double gapBefore(int row) {
        return page.isEmpty() || page.getLast().repeated() ? 0 : gap(row);
    }

    private double gap(int row) {
        if (!beginsBlock(row) || row == 0) {
            return 0;
        }
        boolean several = blockEnd(row) > row + 1 || !beginsBlock(row - 1);
        return several ? measures.blockGap() : 0;
    }

    private void place(int from, int to) {
        for (int row = from; row < to; row++) {
            double gap = gapBefore(row);
            page.add(new Placed(row, 0, measures.lines().get(row), false, gap));
            used += gap + measures.height(row);
        }
    }

    private void placeByLines(int row) {
        int lines = measures.lines().get(row);
        for (int from = 0, to; from < lines; from = to) {
            double gap = from == 0 ? gapBefore(row) : 0;
            int room = (int) Math.floor((height - used - gap - measures.rowGap() + SLACK) / measures.lineHeight());
            if (room < Math.min(2, lines - from) && !page.isEmpty()) {
                breakPage();
                to = from;
            } else {
                to = Math.min(lines, from + Math.max(1, room));
                page.add(new Placed(row, from, to, false, gap));
                used += gap + (to - from) * measures.lineHeight() + measures.rowGap();
            }
        }
    }

    /// Repeats what stands over the next row, where that leaves room for the next group or at least for two lines of it.
    private void repeatHeadings(int next, int groupEnd) {
        Collection<Integer> over = over(next);
        double repeated = repeatedHeight(over);
        double wanted = Math.min(heightOf(next, groupEnd), 2 * measures.lineHeight() + measures.rowGap());
        if (repeated + wanted > height + SLACK
                || (fitsOnEmptyPage(next, groupEnd) && repeated + heightOf(next, groupEnd) > height + SLACK)) {
            return;
        }
        repeat(over);
    }

    private void repeat(Collection<Integer> over) {
        for (int row : over) {
            page.add(new Placed(row, 0, measures.continuedLines().get(row), true, 0));
        }
        used += repeatedHeight(over);
    }

    private double repeatedHeight(Collection<Integer> over) {
        double sum = 0;
        for (int row : over) {
            sum += measures.continuedHeight(row);
        }
        return sum;
    }

    /// The rows that stand over this one, from the outermost.
    private Collection<Integer> over(int next) {
        Set<Integer> over = new TreeSet<>();
        int indent = rows.get(next).indent();
        boolean sameBlock = !beginsBlock(next);
        for (int row = next - 1; row >= 0 && (indent > 0 || sameBlock); row--) {
            TableRow above = rows.get(row);
            boolean heads = sameBlock && beginsBlock(row) && above.kind() == TableRow.Kind.HEADING && above.indent() <= indent;
            if (above.kind() != TableRow.Kind.MESSAGE && (above.indent() < indent || heads)) {
                over.add(row);
                indent = above.indent();
            }
            sameBlock = sameBlock && !beginsBlock(row);
        }
        return over;
    }

    private int blockEnd(int start) {
        int end = start + 1;
        while (end < rows.size() && rows.get(end).block() == rows.get(start).block()) {
            end++;
        }
        return end;
    }

    /// The end of what is kept on a page if it fits: a block, with the next one where its last row is a heading.
    private int keepEnd(int start) {
        int end = blockEnd(start);
        while (end < rows.size() && rows.get(end - 1).kind() == TableRow.Kind.HEADING) {
            end = blockEnd(end);
        }
        return end;
    }

    private int groupEnd(int from, int keepEnd) {
        int end = from;
        while (end + 1 < keepEnd
                && (rows.get(end).kind() == TableRow.Kind.HEADING
                        || (beginsBlock(end) && rows.get(end).indent() < rows.get(end + 1).indent()))) {
            end++;
        }
        return end + 1;
    }

    private boolean beginsBlock(int row) {
        return row == 0 || rows.get(row).block() != rows.get(row - 1).block();
    }

    private void placeClosing() {
        int lines = measures.closingLines();
        if (lines == 0 || used + lines * measures.closingLineHeight() <= height + SLACK) {
            if (!page.isEmpty() || ranges.isEmpty() || lines > 0) {
                ranges.add(new Range(page, 0, lines));
            }
            return;
        }
        if (!page.isEmpty() || ranges.isEmpty()) {
            breakPage();
        }
        int room = Math.max(1, (int) Math.floor((height + SLACK) / measures.closingLineHeight()));
        for (int from = 0; from < lines; from += room) {
            ranges.add(new Range(List.of(), from, Math.min(lines, from + room)));
        }
    }

    private void breakPage() {
        ranges.add(new Range(page, 0, 0));
        page = new ArrayList<>();
        used = 0;
    }
}
