package org.tabularium.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.tabularium.table.display.Display;

/// Cuts a table into pages. Pure: the same table, measures and room give the same pages; it draws nothing and knows no file
/// format.
///
/// The rules:
///
/// 1. Every line of every cell stands on exactly one page, in the order of the table. What stands there again to guide the reader
///    is marked as repeated.
/// 2. A table that is too wide is split between columns. The stub columns are repeated on the left of each slice; columns under
///    the same spanning header stay together where they fit. A column wider than what the stub leaves gets a slice of its own.
///    Stub columns that leave less than a third of the page are not repeated.
/// 3. All slices of the same rows follow each other, before the next rows.
/// 4. The rows of a block stay on one page where one page can hold them; then a block that does not fit in the rest of a page
///    starts the next one, unless that left the page nearly empty. A block whose last row is a heading, or that stands over the
///    next one (a system organ class over its first term), takes that with it. A listing is parted between rows, but not behind
///    the first nor before the last of several of a subject. Where a quarter of the page would be left empty, a long block that
///    others follow (a system organ class) is parted where a label can say so: at least five of its rows stay here, at least
///    three go on.
/// 5. A block that is parted is parted between rows. Each page begins with one label, "(continued)": the rows that stand over its
///    first row, which are the nearest rows above it that are less indented, of this block or of others, and the block's heading.
///    Below it stands again the row of n under the nearest of them that has one: percentages and means rest on it.
/// 6. A heading, and a row of a block that is less indented than the next, is never the last row on a page. A row that explains
///    the one above is never parted from it.
/// 7. A row higher than a page begins where at least two of its lines fit and is broken between its lines. Where the label would
///    leave no room for it, it is left out.
/// 8. Between two blocks stands a gap if one of them has several rows; none at the top of a page or below a label.
/// 9. What comes after the last row (closing lines, such as footnotes that are too many to be repeated) stands below it where all
///    of it fits, else on pages of its own, with as many lines as a page holds.
/// 10. The last page holds at least three rows, where the rules above leave a place to break before them without parting a block.
/// 11. A table without rows has one page with its header.
/// 12. Where the display asks for it each block begins a page.
public final class Paginator {

    /// How high things are, in any unit of length.
    ///
    /// @param columnWidths one a column
    /// @param lines lines of each row, at least 1
    /// @param continuedLines lines of the label made of these rows and "(continued)"
    /// @param lineHeight height of a line
    /// @param rowGap what a row takes besides its lines
    /// @param blockGap the gap between blocks
    /// @param closingLines how many lines come after the last row
    /// @param closingLineHeight height of one of them
    public record Measures(List<Double> columnWidths, List<Integer> lines, ToIntFunction<List<Integer>> continuedLines,
            double lineHeight, double rowGap, double blockGap, int closingLines, double closingLineHeight) {

        double height(int row) {
            return lines.get(row) * lineHeight + rowGap;
        }

        double continuedHeight(List<Integer> rows, int counts) {
            if (rows.isEmpty()) {
                return 0;
            }
            double label = continuedLines.applyAsInt(rows) * lineHeight + rowGap;
            return counts == RowGroups.NONE ? label : label + height(counts);
        }
    }

    /// The room for the columns and for the body's rows on a page, without titles, header and anything that is on every page.
    ///
    /// @param first the height on the first page, whose title may be higher
    /// @param height on every other page
    public record Room(double width, double first, double height) {

        /// The same room on each page.
        public Room(double width, double height) {
            this(width, height, height);
        }
    }

    /// A row, or some of its lines, on a page; or a label that says what goes on.
    ///
    /// @param row the row's number in the table; of a label its innermost row
    /// @param fromLine the first line of the row that stands here, from 0
    /// @param toLine the line after the last that stands here
    /// @param over the rows that make the label, from the outermost; empty for a row
    /// @param repeated whether it is a label, or a row of n below one, which stands here again
    /// @param gap the gap above it
    public record Placed(int row, int fromLine, int toLine, List<Integer> over, boolean repeated, double gap) {

        /// Whether this is a label.
        public boolean isLabel() {
            return !over.isEmpty();
        }
    }

    /// One page.
    ///
    /// @param columns the columns' numbers, from left to right
    /// @param repeatedColumns how many of them, from the left, are here again
    /// @param rows from top to bottom
    /// @param fromClosing the first closing line on this page
    /// @param toClosing the one after the last; equal where there is none
    public record Page(List<Integer> columns, int repeatedColumns, List<Placed> rows, int fromClosing, int toClosing) {}

    private record Range(List<Placed> rows, int fromClosing, int toClosing) {}

    /// What a label ends with that says what goes on.
    public static final String CONTINUED = " (continued)";

    /// Lengths closer than this are equal: sums of widths are not exact.
    static final double SLACK = 1e-6;

    /// A page with less than this share of its room used is nearly empty.
    private static final double NEARLY_EMPTY = 0.2;
    /// A block that a page could hold is parted rather than that more of a page than this is left empty.
    private static final double MUCH = 0.25;
    private static final int ROWS_BEFORE_PART = 5;
    private static final int ROWS_AFTER_PART = 3;
    private static final int ROWS_ON_LAST_PAGE = 3;
    private static final int NOWHERE = -1;

    private final RowGroups groups;
    private final Measures measures;
    private final Room room;
    /// Whether a block that fits on a page may be parted.
    private final boolean parts;
    /// The row before which a page must end, so that the last page is not nearly empty.
    private final int breakBefore;
    private final List<Range> ranges = new ArrayList<>();
    private List<Placed> page = new ArrayList<>();
    private double used;

    private Paginator(RowGroups groups, Measures measures, Room room, boolean parts, int breakBefore) {
        this.groups = groups;
        this.measures = measures;
        this.room = room;
        this.parts = parts;
        this.breakBefore = breakBefore;
    }

    /// The table's pages, at least one.
    public static List<Page> paginate(Display table, Measures measures, Room room) {
        return paginate(table, measures, room, true);
    }

    /// The same, but a block that fits on a page is never parted, not by the fourth rule either.
    public static List<Page> paginateWhole(Display table, Measures measures, Room room) {
        return paginate(table, measures, room, false);
    }

    private static List<Page> paginate(Display table, Measures measures, Room room, boolean parts) {
        List<ColumnSlices.Slice> slices = ColumnSlices.of(table, measures.columnWidths(), room.width());
        List<Range> ranges = ranges(new RowGroups(table), measures, room, parts);
        List<Page> pages = new ArrayList<>();
        for (Range range : ranges) {
            for (int i = 0; i < slices.size(); i++) {
                boolean last = i == slices.size() - 1;
                ColumnSlices.Slice slice = slices.get(i);
                if (!range.rows().isEmpty() || last) {
                    pages.add(new Page(slice.columns(), slice.repeated(), range.rows(), last ? range.fromClosing() : 0,
                            last ? range.toClosing() : 0));
                } else if (table.rows().isEmpty()) {
                    pages.add(new Page(slice.columns(), slice.repeated(), List.of(), 0, 0));
                }
            }
        }
        return pages;
    }

    private static List<Range> ranges(RowGroups groups, Measures measures, Room room, boolean parts) {
        Paginator first = new Paginator(groups, measures, room, parts, NOWHERE);
        first.place();
        int earlier = first.earlierBreak();
        if (earlier == NOWHERE) {
            return first.ranges;
        }
        Paginator second = new Paginator(groups, measures, room, parts, earlier);
        second.place();
        return second.ranges;
    }

    /// The row before which the last page should begin for it to have enough rows: a block's first, or one within a block that is
    /// parted anyway. NOWHERE where it has them or cannot.
    private int earlierBreak() {
        int size = groups.size();
        Range last = ranges.getLast();
        long onLast = last.rows().stream().filter(placed -> !placed.repeated()).map(Placed::row).distinct().count();
        boolean own = !last.rows().isEmpty() && groups.beginsPage(last.rows().getFirst().row());
        if (ranges.size() < 2 || onLast >= ROWS_ON_LAST_PAGE || size < 2 * ROWS_ON_LAST_PAGE || own) {
            return NOWHERE;
        }
        Range before = ranges.get(ranges.size() - 2);
        int first = before.rows().stream().filter(placed -> !placed.repeated()).mapToInt(Placed::row).findFirst().orElse(size);
        double sum = (last.toClosing() - last.fromClosing()) * measures.closingLineHeight();
        boolean parted = last.rows().isEmpty() || last.rows().getFirst().repeated();
        int within = NOWHERE;
        for (int row = size - 1; row > first; row--) {
            sum += measures.height(row) + (row < size - 1 ? gap(row + 1) : 0);
            if (sum + repeatedHeight(row) > room.height() + SLACK) {
                return within;
            }
            if (size - row >= ROWS_ON_LAST_PAGE && groups.mayBreakBefore(row)) {
                if (groups.beginsBlock(row) && heightOf(first, row) > room.height() * NEARLY_EMPTY) {
                    return row;
                }
                within = parted && within == NOWHERE ? row : within;
            }
        }
        return within;
    }

    /// The height of the page that rows are placed on.
    private double height() {
        return ranges.isEmpty() ? room.first() : room.height();
    }

    private void place() {
        for (int start = 0, end; start < groups.size(); start = end) {
            end = groups.keepEnd(start);
            boolean parted = start < breakBefore && breakBefore < end;
            boolean forced = (start == breakBefore || groups.beginsPage(start)) && !page.isEmpty();
            boolean moves = !fits(start, end) && used > height() * NEARLY_EMPTY
                    && repeatedHeight(start) + heightOf(start, end) <= room.height() + SLACK;
            int part = moves && !parted && !forced ? partOf(start, end) : NOWHERE;
            if (part != NOWHERE) {
                place(start, part);
                end = part;
            }
            if (forced || (moves && !parted)) {
                breakPage();
                repeat(part == NOWHERE ? start : part);
            }
            if (part != NOWHERE) {
                continue;
            }
            if (fits(start, end) && !parted) {
                place(start, end);
            } else {
                placeBroken(start, end);
            }
        }
        placeClosing();
    }

    /// The row before which a block that could stand on the next page is parted all the same; NOWHERE where it is not. Without
    /// lines for a label (a sheet, on which nothing is repeated) no block is parted so.
    private int partOf(int start, int end) {
        if (!parts || end == groups.size() || height() - used <= height() * MUCH) {
            return NOWHERE;
        }
        for (int row = end - ROWS_AFTER_PART; row >= start + ROWS_BEFORE_PART; row--) {
            if (groups.mayBreakBefore(row) && fits(start, row)
                    && repeatedHeight(row) > measures.rowGap()) {
                return row;
            }
        }
        return NOWHERE;
    }

    /// Places a block that is parted, group by group: a group is what must not be parted, headings and the row below them, a row
    /// and those that explain it.
    private void placeBroken(int start, int end) {
        for (int from = start, to; from < end; from = to) {
            to = groups.groupEnd(from, end);
            boolean forced = from == breakBefore && !page.isEmpty();
            if (forced || (!fits(from, to) && !page.isEmpty() && (fitsOnEmptyPage(from, to) || !canBegin(from, to)))) {
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
        return used + gapBefore(from) + heightOf(from, to) <= height() + SLACK;
    }

    /// Whether the group can begin below what is on the page: its headings and two lines of its last row fit.
    private boolean canBegin(int from, int to) {
        double firstLines = Math.min(2, measures.lines().get(to - 1)) * measures.lineHeight() + measures.rowGap();
        return used + gapBefore(from) + heightOf(from, to) - measures.height(to - 1) + firstLines <= height() + SLACK;
    }

    private boolean fitsOnEmptyPage(int from, int to) {
        return heightOf(from, to) <= room.height() + SLACK;
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
        return groups.hasGap(row) ? measures.blockGap() : 0;
    }

    private void place(int from, int to) {
        for (int row = from; row < to; row++) {
            double gap = gapBefore(row);
            page.add(new Placed(row, 0, measures.lines().get(row), List.of(), false, gap));
            used += gap + measures.height(row);
        }
    }

    private void placeByLines(int row) {
        int lines = measures.lines().get(row);
        for (int from = 0, to; from < lines; from = to) {
            double gap = from == 0 ? gapBefore(row) : 0;
            int room = (int) Math.floor((height() - used - gap - measures.rowGap() + SLACK) / measures.lineHeight());
            if (room < Math.min(2, lines - from) && !page.isEmpty()) {
                breakPage();
                to = from;
            } else {
                to = Math.min(lines, from + Math.max(1, room));
                page.add(new Placed(row, from, to, List.of(), false, gap));
                used += gap + (to - from) * measures.lineHeight() + measures.rowGap();
            }
        }
    }

    /// Says what stands over the next row, where that leaves room for the next group or at least for two lines of it.
    private void repeatHeadings(int next, int groupEnd) {
        double repeated = repeatedHeight(next);
        double wanted = Math.min(heightOf(next, groupEnd), 2 * measures.lineHeight() + measures.rowGap());
        if (repeated + wanted > height() + SLACK
                || (fitsOnEmptyPage(next, groupEnd) && repeated + heightOf(next, groupEnd) > height() + SLACK)) {
            return;
        }
        repeat(next);
    }

    private void repeat(int next) {
        List<Integer> over = groups.over(next);
        if (!over.isEmpty()) {
            page.add(new Placed(over.getLast(), 0, measures.continuedLines().applyAsInt(over), over, true, 0));
            int counts = groups.counts(next);
            if (counts != RowGroups.NONE) {
                page.add(new Placed(counts, 0, measures.lines().get(counts), List.of(), true, 0));
            }
            used += repeatedHeight(next);
        }
    }

    /// The height of what is said again above a row that begins a page.
    private double repeatedHeight(int next) {
        return measures.continuedHeight(groups.over(next), groups.counts(next));
    }

    private void placeClosing() {
        int lines = measures.closingLines();
        if (lines == 0 || used + lines * measures.closingLineHeight() <= height() + SLACK) {
            if (!page.isEmpty() || ranges.isEmpty() || lines > 0) {
                ranges.add(new Range(page, 0, lines));
            }
            return;
        }
        if (!page.isEmpty() || ranges.isEmpty()) {
            breakPage();
        }
        int room = Math.max(1, (int) Math.floor((height() + SLACK) / measures.closingLineHeight()));
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
