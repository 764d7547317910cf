package org.tabularium.render.docx;

import java.util.ArrayList;
import java.util.List;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.render.office.ChartMarkup;
import org.tabularium.table.display.Figure;

/// How the charts of a figure stand below it, two beside each other where there are several and their rows have no names: on its
/// page where all fits there, lower than they would be where that helps, else on pages of their own, below the figure's title
/// again. A chart whose rows have names is as high as these need.
///
/// @param lines from above to below
/// @param left what the last page leaves for footnotes, in points
record ChartLines(List<Line> lines, double left) {

    /// What differs between programs.
    private static final double SPARE = 14;
    private static final double GAP = 6;
    /// Of a page, for which a chart leaves room.
    private static final double MOST_OF_NOTES = 0.25;
    private static final double ALONE = 200;
    private static final double LEAST = 165;
    /// Of bars with values and marks at their ends.
    private static final double OF_BARS = 260;
    private static final double LEAST_OF_BARS = 225;
    private static final double BESIDE = 230;
    private static final double LEAST_BESIDE = 190;

    /// Charts beside each other.
    ///
    /// @param first the number of the first, from 0
    /// @param end the one after the last
    /// @param size of each
    /// @param newPage whether they begin a page
    record Line(int first, int end, ChartMarkup.Size size, boolean newPage) {}

    /// @param title its height, as it stands on each page
    /// @param drawn the figure's height
    /// @param notes the height of the footnotes
    static ChartLines of(Figure figure, PageSetup setup, double title, double drawn, double notes) {
        double page = setup.contentHeight() - title - SPARE;
        List<Line> lines = lines(figure, setup.contentWidth(), notes < page * MOST_OF_NOTES ? page - notes : page);
        double shared = page - drawn;
        if (least(figure, lines) + notes <= shared) {
            List<Line> fitted = fitted(figure, lines, shared - notes, false);
            return new ChartLines(fitted, shared - height(fitted));
        }
        List<Line> placed = new ArrayList<>();
        double left = shared;
        for (int from = 0; from < lines.size();) {
            int to = from + 1;
            boolean last = least(figure, lines.subList(from, lines.size())) + notes <= page;
            while (to < lines.size() && (last || least(figure, lines.subList(from, to + 1)) <= page)) {
                to++;
            }
            List<Line> on = fitted(figure, lines.subList(from, to), last ? page - notes : page, true);
            placed.addAll(on);
            left = page - height(on);
            from = to;
        }
        return new ChartLines(placed, left);
    }

    /// How many pages they begin.
    int pages() {
        return (int) lines.stream().filter(Line::newPage).count();
    }

    /// The size of a chart.
    ChartMarkup.Size size(int chart) {
        return lines.stream().filter(line -> line.first <= chart && chart < line.end).findFirst().orElseThrow().size;
    }

    /// @param most no chart is higher
    private static List<Line> lines(Figure figure, double width, double most) {
        List<Chart> charts = figure.charts();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < charts.size(); i++) {
            if (charts.size() > 1 && charts.get(i).rows().isEmpty()) {
                int end = Math.min(i + 2, charts.size());
                lines.add(new Line(i, end, new ChartMarkup.Size((width - GAP) / 2, BESIDE), false));
                i = end - 1;
            } else {
                double wanted = Math.max(charts.get(i).hasBars() ? OF_BARS : ALONE, charts.get(i).height(width));
                lines.add(new Line(i, i + 1, new ChartMarkup.Size(width, Math.min(wanted, most)), false));
            }
        }
        return lines;
    }

    private static double least(Figure figure, Line line) {
        Chart chart = figure.charts().get(line.first);
        double alone = chart.hasBars() ? LEAST_OF_BARS : LEAST;
        double least = figure.charts().size() > 1 && chart.rows().isEmpty() ? LEAST_BESIDE : alone;
        return Math.min(line.size.height(), Math.max(least, chart.leastHeight(line.size.width())));
    }

    private static double least(Figure figure, List<Line> lines) {
        return lines.stream().mapToDouble(line -> least(figure, line)).sum();
    }

    private static double height(List<Line> lines) {
        return lines.stream().mapToDouble(line -> line.size.height()).sum();
    }

    /// Of what they would take above the least, each gets the same share; none is higher than the room.
    private static List<Line> fitted(Figure figure, List<Line> lines, double room, boolean newPage) {
        double least = least(figure, lines);
        double wanted = height(lines);
        double share = wanted > least ? Math.clamp((room - least) / (wanted - least), 0, 1) : 1;
        List<Line> fitted = new ArrayList<>();
        for (Line line : lines) {
            double low = least(figure, line);
            double height = Math.min(room, low + share * (line.size.height() - low));
            fitted.add(new Line(line.first, line.end, new ChartMarkup.Size(line.size.width(), height),
                    newPage && fitted.isEmpty()));
        }
        return fitted;
    }
}
