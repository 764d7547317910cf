package org.tabularium.render.office;

import java.util.List;
import java.util.Locale;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.FontWidths;
import org.tabularium.figure.drawing.Lines;

/// Where the plot of a chart stands, and what has room around and in it.
record ChartPlot(Chart chart, ChartMarkup.Size size) {

    /// The size of names and numbers.
    static final double LABEL = 8;
    /// Around the plot, in points.
    private static final double TOP = 20;
    private static final double BELOW = 58;
    /// Of the name of a panel.
    private static final double TITLE = 12;
    /// Of the vertical axis with its title, and the size of that.
    private static final double AXIS = 46;
    private static final double AXIS_TITLE = 9;
    /// Shares of the width.
    private static final double MOST_LEFT = 0.5;
    private static final double RIGHT = 0.97;
    /// What bars need for values and names below each other, in points: level, or turned by a quarter.
    private static final double BAR_APART = 2;
    private static final double TURNED = 9.5;
    /// What a plot of bars has of the chart's width at least.
    private static final double OF_BARS = 0.85;

    /// The element `c:layout`: where rows have names, these stand left of the axes and need room there; where lines have names at
    /// their ends, right of the plot.
    String layout() {
        if (chart.rows().isPresent()) {
            double left = Math.min(MOST_LEFT,
                    (rowsAreNamed() ? widest(chart.rows().get()) + LABEL * 2 : LABEL * 2) / size.width());
            return layout(left, RIGHT - left);
        }
        return isPanel() ? layout(axis() / size.width(), besideNames()) : "<c:layout/>";
    }

    private String layout(double left, double width) {
        return String.format(Locale.ROOT,
                "<c:layout><c:manualLayout><c:layoutTarget val=\"inner\"/><c:xMode val=\"edge\"/><c:yMode val=\"edge\"/>"
                        + "<c:x val=\"%.4f\"/><c:y val=\"%.4f\"/><c:w val=\"%.4f\"/><c:h val=\"%.4f\"/></c:manualLayout></c:layout>",
                left, top() / size.height(), width, height() / size.height());
    }

    private static double widest(Chart.Series named) {
        return named.labels().stream().mapToDouble(label -> FontWidths.of(label, LABEL, false)).max().orElse(0);
    }

    /// Whether it is narrow, or has names right of it, so that its plot has a place of its own.
    private boolean isPanel() {
        return !chart.name().isEmpty() || chart.lineNames().isPresent();
    }

    /// The width of the vertical axis.
    private double axis() {
        return AXIS + (upright().size() - 1) * AXIS_TITLE * 1.2;
    }

    /// The plot's share of the width.
    private double besideNames() {
        double widest = chart.lineNames().map(ChartPlot::widest).orElse(0.0);
        return 1 - axis() / size.width() - Math.min(MOST_LEFT, (widest + LABEL * 2) / size.width());
    }

    /// The chart with the names of its lines apart.
    Chart named() {
        return chart.lineNames().isEmpty() ? chart : chart.namedApart(besideNames() * size.width(), height());
    }

    private double height() {
        return size.height() - top() - BELOW - chart.legendHeight(size.width());
    }

    private double top() {
        return chart.name().isEmpty() ? TOP : TOP + TITLE;
    }

    /// Whether rows are high enough for their names, which are left out else.
    boolean rowsAreNamed() {
        return height() >= LABEL * chart.rowCount();
    }

    /// The name of a row, as long as the room that it has.
    String ofRow(String label) {
        return Lines.cut(label, size.width() * MOST_LEFT - LABEL * 2, LABEL);
    }

    /// The title of the vertical axis; of a panel in lines that are no longer than the axis.
    List<String> upright() {
        return isPanel() ? Lines.of(chart.y().title(), height(), AXIS_TITLE, true, 2) : List.of(chart.y().title());
    }

    /// The width that each bar has.
    double eachBar() {
        return size.width() * OF_BARS / Math.max(1, chart.x().to() - chart.x().from());
    }

    /// Whether bars are wide enough for a line of text, be it turned.
    boolean barsAreNamed() {
        return eachBar() >= TURNED;
    }

    /// Whether texts at bars must be turned by a quarter to stand beside each other.
    boolean turned(List<String> labels) {
        return labels.stream().anyMatch(label -> FontWidths.of(label, LABEL, false) + BAR_APART > eachBar());
    }
}
