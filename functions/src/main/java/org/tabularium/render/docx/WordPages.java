package org.tabularium.render.docx;

import java.util.ArrayList;
import java.util.List;

/// How a program of texts fills pages: what is kept with the next goes to the next page together where a page holds all of it,
/// and a table's header stands again on each page that the table reaches. So the pages are foreseen by the marks that make them.
final class WordPages {

    private static final double SLACK = 1e-6;

    /// A paragraph or a row.
    ///
    /// @param height with the blank around it
    /// @param kept whether it stays on the page of the next
    /// @param begins whether it begins a page
    /// @param header what stands above it where it comes to begin a page
    /// @param row its number in the display; −1 for what is no row of it
    record Line(double height, boolean kept, boolean begins, double header, int row) {

        /// What is no row.
        static Line of(double height, boolean kept) {
            return new Line(height, kept, false, 0, -1);
        }
    }

    private final List<Line> lines;
    private final double room;
    /// The number of the first line of each page.
    private final List<Integer> starts = new ArrayList<>(List.of(0));
    private double used;

    private WordPages(List<Line> lines, double room) {
        this.lines = lines;
        this.room = room;
    }

    /// The number of the first line of each page, at least one.
    ///
    /// @param room the height of a page
    static List<Integer> of(List<Line> lines, double room) {
        WordPages pages = new WordPages(lines, room);
        for (int start = 0, end; start < lines.size(); start = end) {
            end = pages.chainEnd(start);
            pages.place(start, end);
        }
        return pages.starts;
    }

    private int chainEnd(int start) {
        int end = start + 1;
        while (end < lines.size() && lines.get(end - 1).kept() && !lines.get(end).begins()) {
            end++;
        }
        return end;
    }

    private void place(int start, int end) {
        double height = lines.subList(start, end).stream().mapToDouble(Line::height).sum();
        Line first = lines.get(start);
        boolean moves = used + height > room + SLACK && first.header() + height <= room + SLACK;
        if (used > 0 && (first.begins() || moves)) {
            begin(start);
        }
        for (int line = start; line < end; line++) {
            if (used > lines.get(line).header() && used + lines.get(line).height() > room + SLACK) {
                begin(line);
            }
            used += lines.get(line).height();
        }
    }

    private void begin(int line) {
        if (line > 0) {
            starts.add(line);
        }
        used = lines.get(line).header();
    }
}
