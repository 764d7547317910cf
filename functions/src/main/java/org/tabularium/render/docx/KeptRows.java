package org.tabularium.render.docx;

import org.tabularium.render.RowGroups;
import org.tabularium.table.display.Display;

/// Which rows of a display stay on the page of the next: those of a block that a page holds, of a higher one those below one
/// label, which Word does not repeat on the next page, headings, rows that the next explains, and the last rows, with the
/// footnotes. No row is kept with one that begins a page, nor are more than a page holds.
final class KeptRows {

    /// What of a page a block may take to be kept on one.
    private static final double KEPT = 0.6;
    private static final int ROWS_ON_LAST_PAGE = 3;

    private final Display table;
    private final RowGroups groups;
    private final double[] heights;
    private final double room;

    /// @param heights of the rows
    /// @param room for them on a page
    KeptRows(Display table, RowGroups groups, double[] heights, double room) {
        this.table = table;
        this.groups = groups;
        this.heights = heights;
        this.room = room;
    }

    /// Of each row, whether it stays with the next; of the last, with the footnotes.
    ///
    /// @param notes the height of the footnotes that stay with the last rows; 0 for none
    boolean[] of(double notes) {
        int rows = heights.length;
        boolean[] kept = new boolean[rows];
        for (int start = 0, end; start < rows; start = end) {
            end = groups.keepEnd(start);
            boolean together = height(start, end) <= room * KEPT;
            for (int row = start; row < end && row + 1 < rows; row++) {
                boolean within = row + 1 < end && together;
                boolean last = row > rows - ROWS_ON_LAST_PAGE - 1;
                kept[row] = !groups.beginsPage(row + 1) && (within || last || !groups.mayBreakBefore(row + 1)
                        || (row + 1 < end && isBelowOneLabel(row + 1)));
            }
        }
        if (rows > 0) {
            kept[rows - 1] = notes > 0;
            int start = chainStart(kept);
            int part = height(start, rows) + notes > room ? lastPart(start) : 0;
            kept[Math.max(0, part - 1)] &= part == 0;
        }
        return kept;
    }

    /// The first of the rows that stay together with the last.
    static int chainStart(boolean[] kept) {
        int start = Math.max(0, kept.length - 1);
        while (start > 0 && kept[start - 1]) {
            start--;
        }
        return start;
    }

    /// Where the last rows begin if not before this one and no place where a page may not end; 0 for nowhere.
    int lastPart(int after) {
        for (int row = heights.length - ROWS_ON_LAST_PAGE; row > after; row--) {
            if (groups.mayBreakBefore(row)) {
                return row;
            }
        }
        return 0;
    }

    /// Whether a page holds the rows below the label that stands over a row, and so this one with those before it.
    private boolean isBelowOneLabel(int row) {
        int label = groups.over(row).stream().reduce(-1, (first, second) -> second);
        if (label < 0) {
            return false;
        }
        int end = row + 1;
        while (end < heights.length && !groups.beginsBlock(end)
                && table.rows().get(end).indent() > table.rows().get(label).indent()) {
            end++;
        }
        return height(label, end) <= room * KEPT;
    }

    private double height(int from, int to) {
        double sum = 0;
        for (int row = from; row < to; row++) {
            sum += heights[row];
        }
        return sum;
    }
}
