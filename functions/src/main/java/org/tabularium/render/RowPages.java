package org.tabularium.render;

import java.util.ArrayList;
import java.util.List;
import org.tabularium.render.Paginator.Measures;
import org.tabularium.render.Paginator.Placed;
import org.tabularium.render.Paginator.Room;

/// Places the rows of a table on pages, by rules 4 to 10 and 12 of [Paginator]: from the first to the last, and once more where
/// the last page came to hold too few.
final class RowPages {

    /// What stands on a page.
    ///
    /// @param rows from top to bottom
    /// @param fromClosing the first closing line on it
    /// @param toClosing the one after the last
    record Range(List<Placed> rows, int fromClosing, int toClosing) {}

    /// A page with less than this share of its room used is nearly empty.
    private static final double NEARLY_EMPTY = 0.2;
    /// A block that a page could hold is parted rather than that more of a page than this is left empty.
    private static final double MUCH = 0.25;
    /// A part of a block is parted rather than that more of a page than this is left empty.
    private static final double HALF = 0.5;
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

    private RowPages(RowGroups groups, Measures measures, Room room, boolean parts, int breakBefore) {
        this.groups = groups;
        this.measures = measures;
        this.room = room;
        this.parts = parts;
        this.breakBefore = breakBefore;
    }

    /// What stands on each page, at least one.
    ///
    /// @param parts whether a block that fits on a page may be parted
    static List<Range> of(RowGroups groups, Measures measures, Room room, boolean parts) {
        RowPages first = new RowPages(groups, measures, room, parts, NOWHERE);
        first.place();
        int earlier = first.earlierBreak();
        if (earlier == NOWHERE) {
            return first.ranges;
        }
        RowPages second = new RowPages(groups, measures, room, parts, earlier);
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
            if (sum + repeatedHeight(row) > room.height() + Paginator.SLACK) {
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
                    && repeatedHeight(start) + heightOf(start, end) <= room.height() + Paginator.SLACK;
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
        int within = NOWHERE;
        for (int row = end - ROWS_AFTER_PART; row >= start + ROWS_BEFORE_PART; row--) {
            if (groups.mayBreakBefore(row) && fits(start, row)
                    && repeatedHeight(row) > measures.rowGap()) {
                if (!groups.isWithinPart(start, row)) {
                    return row;
                }
                within = within == NOWHERE ? row : within;
            }
        }
        return height() - used > height() * HALF ? within : NOWHERE;
    }

    /// Places a block that is parted, group by group: a group is what must not be parted, headings and the row below them, a row
    /// and those that explain it.
    private void placeBroken(int start, int end) {
        for (int from = start, to; from < end; from = to) {
            to = groups.groupEnd(from, end);
            boolean forced = (from == breakBefore || partMoves(start, from, end)) && !page.isEmpty();
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

    /// Whether the part of a block that begins here, the first with what the block begins with, stands on the next page, since
    /// the rest of this one does not hold it.
    private boolean partMoves(int start, int from, int end) {
        int to = groups.partEnd(from == start ? Math.min(start + 1, end - 1) : from, end);
        return !fits(from, to) && used > height() * HALF
                && repeatedHeight(from) + heightOf(from, to) <= room.height() + Paginator.SLACK;
    }

    /// Whether the rows fit below what is on the page.
    private boolean fits(int from, int to) {
        return used + gapBefore(from) + heightOf(from, to) <= height() + Paginator.SLACK;
    }

    /// Whether the group can begin below what is on the page: its headings and two lines of its last row fit.
    private boolean canBegin(int from, int to) {
        double firstLines = Math.min(2, measures.lines().get(to - 1)) * measures.lineHeight() + measures.rowGap();
        return used + gapBefore(from) + heightOf(from, to) - measures.height(to - 1) + firstLines <= height() + Paginator.SLACK;
    }

    private boolean fitsOnEmptyPage(int from, int to) {
        return heightOf(from, to) <= room.height() + Paginator.SLACK;
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
            int room = (int) Math.floor((height() - used - gap - measures.rowGap() + Paginator.SLACK) / measures.lineHeight());
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
        if (repeated + wanted > height() + Paginator.SLACK
                || (fitsOnEmptyPage(next, groupEnd) && repeated + heightOf(next, groupEnd) > height() + Paginator.SLACK)) {
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
        if (lines == 0 || used + lines * measures.closingLineHeight() <= height() + Paginator.SLACK) {
            if (!page.isEmpty() || ranges.isEmpty() || lines > 0) {
                ranges.add(new Range(page, 0, lines));
            }
            return;
        }
        if (!page.isEmpty() || ranges.isEmpty()) {
            breakPage();
        }
        int room = Math.max(1, (int) Math.floor((height() + Paginator.SLACK) / measures.closingLineHeight()));
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
