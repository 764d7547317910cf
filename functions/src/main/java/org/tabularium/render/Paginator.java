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
/// 5. A block that is parted is parted between its parts, which are rows with those below them that are further indented or go on
///    without a label (a visit with its arms, an arm with its rows), and within a part only where that is higher than a page or
///    more than half of the page would be left empty. Each page begins with one label, "(continued)": the rows that stand over
///    its first row, which are the nearest rows above it that are less indented, of this block or of others, and the block's
///    heading. Below it stands again the row of n under the nearest of them that has one: percentages and means rest on it.
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

    /// What a label ends with that says what goes on.
    public static final String CONTINUED = " (continued)";

    /// Lengths closer than this are equal: sums of widths are not exact.
    static final double SLACK = 1e-6;

    private Paginator() {}

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
        List<RowPages.Range> ranges = RowPages.of(new RowGroups(table), measures, room, parts);
        List<Page> pages = new ArrayList<>();
        for (RowPages.Range range : ranges) {
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
}
