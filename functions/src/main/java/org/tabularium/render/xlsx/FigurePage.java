package org.tabularium.render.xlsx;

import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Figure;

/// The printed page of a figure's sheet.
final class FigurePage {

    /// The rows above a chart that are printed.
    private static final int TITLES = 4;
    /// A chart is not lower than this for footnotes to stand on its page.
    private static final double LEAST_OF_PAGE = 300;

    private FigurePage() {}

    /// Whether the figure is no chart and stands in the sheet as shapes.
    static boolean drawn(Figure figure) {
        return figure.charts().isEmpty() && !figure.drawing().shapes().isEmpty();
    }

    /// Charts stand across the page where that holds each with what is below it, drawings as they are drawn.
    static boolean landscape(Figure figure) {
        if (drawn(figure) || figure.layout().orientation() != PageLayout.Orientation.AUTO) {
            return figure.layout().orientation() == PageLayout.Orientation.LANDSCAPE;
        }
        double room = PrintedPages.across(figure.layout(), true, PrintedPages.WHOLE);
        double chart = figure.charts().stream().mapToDouble(
                of -> Math.max(FigureSheet.CHART_ROWS * Sheet.ROW_HEIGHT, of.height(room * PrintedWidth.DIGIT))
                        + ChartNumbers.height(of) + ChartCounts.height(of))
                .max()
                .orElse(0);
        return (TITLES + 1) * Sheet.ROW_HEIGHT + chart + notes(figure, true) <= PrintedPages.down(figure.layout(), true,
                PrintedPages.WHOLE);
    }

    /// What a page leaves for a chart, in points.
    static double room(Figure figure, boolean landscape) {
        return Math.max(LEAST_OF_PAGE, PrintedPages.down(figure.layout(), landscape, PrintedPages.WHOLE)
                - (TITLES + 1) * Sheet.ROW_HEIGHT - notes(figure, landscape));
    }

    private static double notes(Figure figure, boolean landscape) {
        double line = PrintedPages.across(figure.layout(), landscape, PrintedPages.WHOLE) * NamedStyle.LINE.points
                / NamedStyle.NOTE.points;
        return figure.footnotes().stream()
                .mapToDouble(note -> SheetWriter.height(CharacterWidth.lines(note, line), NamedStyle.NOTE)).sum();
    }
}
