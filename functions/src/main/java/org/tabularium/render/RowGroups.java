package org.tabularium.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.Figure;
import org.tabularium.table.display.Listing;
import org.tabularium.table.display.Table;
import org.tabularium.table.display.TableRow;
import org.tabularium.table.display.Text;

/// Which rows of a display belong together: its blocks, the groups within them that are never parted, and what stands over a
/// row.
public final class RowGroups {

    /// No row.
    public static final int NONE = -1;

    /// So many records of a subject, or fewer, stay together.
    private static final int FEW = 3;

    private final List<TableRow> rows;
    private final boolean listing;
    private final boolean pageABlock;

    public RowGroups(Display display) {
        this.rows = display.rows();
        this.pageABlock = display.layout().pageABlock();
        this.listing = switch (display) {
            case Table table -> false;
            case Listing records -> true;
            case Figure figure -> false;
            case Text text -> false;
        };
    }

    public int size() {
        return rows.size();
    }

    /// The end of what is kept on a page if it fits: a block, with the next one where its last row is a heading or where it
    /// stands over that one (a system organ class with its grades, over its first term). Of a listing a row, but none of the
    /// first and the last two of a subject stands alone.
    public int keepEnd(int start) {
        if (listing) {
            return start + keptRecords(start);
        }
        int first = start;
        int end = blockEnd(start);
        while (end < rows.size() && (rows.get(end - 1).kind() == TableRow.Kind.HEADING || standsOver(first, end))) {
            first = end;
            end = blockEnd(end);
        }
        return end;
    }

    /// Whether the block that begins here stands over the next, which is further indented. One that begins with a heading
    /// over rows of its own (a parameter over its first arm) stands over these already.
    private boolean standsOver(int block, int next) {
        boolean headsItsOwn = rows.get(block).kind() == TableRow.Kind.HEADING && blockEnd(block) > block + 1;
        return !pageABlock && !headsItsOwn && rows.get(block).indent() < rows.get(next).indent();
    }

    private int keptRecords(int start) {
        int end = start + 1;
        while (end < rows.size() && end <= start + FEW && !beginsBlock(end)) {
            end++;
        }
        int left = end - start;
        if (left > FEW) {
            return beginsBlock(start) ? 2 : 1;
        }
        return beginsBlock(start) || left == 2 ? left : 1;
    }

    /// The end of what is never parted, within what is kept.
    public int groupEnd(int from, int keepEnd) {
        int end = from;
        while (end + 1 < keepEnd
                && (rows.get(end).kind() == TableRow.Kind.HEADING
                        || rows.get(end + 1).explains()
                        || stands(end))) {
            end++;
        }
        return end + 1;
    }

    /// Whether a page may end before this row.
    public boolean mayBreakBefore(int row) {
        if (listing || row == 0) {
            return true;
        }
        TableRow above = rows.get(row - 1);
        boolean headed = above.kind() == TableRow.Kind.HEADING
                || (beginsBlock(row) ? standsOver(blockStart(row - 1), row) : stands(row - 1));
        return !headed && !rows.get(row).explains();
    }

    /// Whether this row stands over the next one: it is less indented, or its label is that of both.
    private boolean stands(int row) {
        return rows.get(row).indent() < rows.get(row + 1).indent() || labelsNext(row);
    }

    /// Whether the label of a table's row is that of the next one too, which has none.
    public boolean labelsNext(int row) {
        return !listing && row + 1 < rows.size() && !beginsBlock(row + 1) && isData(row) && hasLabel(row) && isData(row + 1)
                && !hasLabel(row + 1) && rows.get(row + 1).cells().size() > 1;
    }

    private boolean isData(int row) {
        return rows.get(row).kind() == TableRow.Kind.DATA;
    }

    private boolean hasLabel(int row) {
        return !rows.get(row).cells().getFirst().text().isEmpty();
    }

    /// Whether a gap stands before this row: a block begins, and it or the one before has several rows.
    public boolean hasGap(int row) {
        return row > 0 && beginsBlock(row) && (blockEnd(row) > row + 1 || !beginsBlock(row - 1));
    }

    /// The end of the part of a block that begins with a row: those below it that are further indented, or go on without a label.
    int partEnd(int from, int keepEnd) {
        int end = from + 1;
        while (end < keepEnd && (rows.get(end).indent() > rows.get(from).indent() || goesOn(end))) {
            end++;
        }
        return end;
    }

    /// Whether a row is not the first of its part of what is kept together.
    boolean isWithinPart(int keepStart, int row) {
        int labelled = row;
        while (goesOn(labelled)) {
            labelled--;
        }
        List<Integer> over = over(row);
        return (labelled < row && labelled > keepStart) || (!over.isEmpty() && over.getLast() > keepStart);
    }

    /// Whether the label of a row above is that of this one too.
    private boolean goesOn(int row) {
        return !listing && row > 0 && !beginsBlock(row) && isData(row) && !hasLabel(row) && rows.get(row).cells().size() > 1;
    }

    /// The rows that stand over this one, from the outermost; none in a listing, whose columns say it.
    public List<Integer> over(int next) {
        if (listing) {
            return List.of();
        }
        List<Integer> over = new ArrayList<>();
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
        Collections.reverse(over);
        return over;
    }

    /// The row that says of how many those are that go on with this one: it stands right below the nearest heading that has
    /// such a row. NONE where there is none, or where this row is it.
    public int counts(int next) {
        List<Integer> over = over(next);
        for (int at = over.size() - 1; at >= 0; at--) {
            int below = over.get(at) + 1;
            if (below < next && rows.get(below).counts()) {
                return below;
            }
        }
        return NONE;
    }

    private int blockEnd(int start) {
        int end = start + 1;
        while (end < rows.size() && rows.get(end).block() == rows.get(start).block()) {
            end++;
        }
        return end;
    }

    private int blockStart(int row) {
        int start = row;
        while (!beginsBlock(start)) {
            start--;
        }
        return start;
    }

    /// Whether this row is the first of a page, since each block begins one.
    public boolean beginsPage(int row) {
        return pageABlock && row > 0 && beginsBlock(row);
    }

    public boolean beginsBlock(int row) {
        return row == 0 || rows.get(row).block() != rows.get(row - 1).block();
    }
}
