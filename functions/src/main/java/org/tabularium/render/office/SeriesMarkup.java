package org.tabularium.render.office;

import java.util.List;
import java.util.Locale;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.Point;
import org.tabularium.figure.drawing.Shade;

/// A series of a chart as DrawingML: its name, its look, the texts at its points, and where its numbers stand.
final class SeriesMarkup {

    static final String QUARTER = " rot=\"-5400000\" vert=\"horz\"";
    /// Narrower bars would be all edge.
    private static final double LEAST_FOR_EDGES = 6;
    private static final String EDGE = "<a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"000000\"/></a:solidFill></a:ln>";
    /// Between a name and a mark at its place.
    private static final String BESIDE = "\u00a0\u00a0";

    /// What a plot is: bars, lines and marks over bars, or points by their own numbers.
    enum Kind {
        BAR, OVER_BARS, SCATTERED
    }

    private final StringBuilder xml;
    private final ChartMarkup.Cells cells;
    private final ChartPlot plot;

    SeriesMarkup(StringBuilder xml, ChartMarkup.Cells cells, ChartPlot plot) {
        this.xml = xml;
        this.cells = cells;
        this.plot = plot;
    }

    /// Writes the element `c:ser`.
    ///
    /// @param number of the series in its chart
    void write(int number, Kind kind) {
        Chart.Series series = plot.chart().series().get(number);
        boolean bars = kind == Kind.BAR;
        xml.append("<c:ser><c:idx val=\"").append(number).append("\"/><c:order val=\"").append(number)
                .append("\"/><c:tx><c:strRef><c:f>").append(ChartMarkup.escaped(cells.name(number)))
                .append("</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>")
                .append(ChartMarkup.escaped(series.name()))
                .append("</c:v></c:pt></c:strCache></c:strRef></c:tx>");
        if (bars) {
            xml.append("<c:spPr>").append(SeriesLook.filled(series.look()))
                    .append(plot.eachBar() < LEAST_FOR_EDGES && series.look().shade() != Shade.WHITE
                            ? "<a:ln><a:noFill/></a:ln>"
                            : EDGE)
                    .append("</c:spPr><c:invertIfNegative val=\"0\"/>");
            ends(series);
        } else {
            SeriesLook.write(series, xml);
            labels(series);
            limits(number, series);
        }
        if (bars && !series.labels().isEmpty()) {
            names(cells.x(number), series.labels());
        } else {
            numbers(kind == Kind.SCATTERED ? "xVal" : "cat", cells.x(number), series.points().stream().map(Point::x).toList());
        }
        numbers(kind == Kind.SCATTERED ? "yVal" : "val", cells.y(number), series.points().stream().map(Point::y).toList());
        xml.append(bars ? "" : "<c:smooth val=\"0\"/>").append("</c:ser>");
    }

    private void labels(Chart.Series series) {
        boolean rows = series.form() == Chart.Form.LABELS;
        if (series.labels().isEmpty() || (rows && !plot.rowsAreNamed())) {
            return;
        }
        List<String> labels = switch (series.form()) {
            case LABELS ->
                series.labels().stream().map(label -> label.isEmpty() ? "" : plot.ofRow(label) + BESIDE).toList();
            case LABELS_RIGHT -> series.labels().stream().map(label -> BESIDE + label).toList();
            case LABELS_BELOW, LABELS_LEFT, LINE, POINTS, LINE_AND_POINTS, BARS -> series.labels();
        };
        texts(labels, switch (series.form()) {
            case LABELS_BELOW -> "b";
            case LABELS_RIGHT -> "r";
            case POINTS -> "t";
            case LABELS, LABELS_LEFT, LINE, LINE_AND_POINTS, BARS -> "l";
        }, false);
    }

    /// The values at the ends of bars; none where bars stand too near to each other.
    private void ends(Chart.Series series) {
        if (!series.ends().isEmpty() && plot.barsAreNamed()) {
            texts(series.ends(), "outEnd", plot.turned(series.ends()));
        }
    }

    private void texts(List<String> labels, String place, boolean turned) {
        xml.append("<c:dLbls>");
        for (int i = 0; i < labels.size(); i++) {
            if (!labels.get(i).isEmpty()) {
                xml.append(String.format(Locale.ROOT,
                        "<c:dLbl><c:idx val=\"%d\"/><c:tx><c:rich><a:bodyPr%s wrap=\"none\"/><a:p><a:r>"
                                + "<a:rPr lang=\"en-US\" sz=\"%d\"/><a:t>%s</a:t></a:r></a:p></c:rich></c:tx>",
                        i, turned ? QUARTER : "", Math.round(ChartPlot.LABEL * 100), ChartMarkup.escaped(labels.get(i))))
                        .append("<c:dLblPos val=\"").append(place).append("\"/>");
                shown(true);
                xml.append("</c:dLbl>");
            }
        }
        shown(false);
        xml.append("</c:dLbls>");
    }

    private void shown(boolean value) {
        xml.append("<c:showLegendKey val=\"0\"/><c:showVal val=\"").append(value ? 1 : 0)
                .append("\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/>")
                .append("<c:showBubbleSize val=\"0\"/>");
    }

    /// Lines upright at the points, by how far they reach.
    private void limits(int number, Chart.Series series) {
        if (series.limits().isEmpty()) {
            return;
        }
        xml.append("<c:errBars><c:errDir val=\"y\"/><c:errBarType val=\"both\"/><c:errValType val=\"cust\"/>")
                .append("<c:noEndCap val=\"0\"/>");
        reach("plus", cells.above(number), series.above());
        reach("minus", cells.below(number), series.below());
        xml.append("<c:spPr><a:ln w=\"9525\">").append(SeriesLook.fill(series.look().shade()))
                .append("</a:ln></c:spPr></c:errBars>");
    }

    private void reach(String element, String reference, List<Double> far) {
        if (!reference.isEmpty()) {
            numbers(element, reference, far);
            return;
        }
        xml.append("<c:").append(element).append("><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val=\"")
                .append(far.size()).append("\"/>");
        for (int i = 0; i < far.size(); i++) {
            xml.append("<c:pt idx=\"").append(i).append("\"><c:v>").append(Double.isNaN(far.get(i)) ? 0 : far.get(i))
                    .append("</c:v></c:pt>");
        }
        xml.append("</c:numLit></c:").append(element).append('>');
    }

    /// The names of bars.
    private void names(String reference, List<String> names) {
        xml.append("<c:cat><c:strRef><c:f>").append(ChartMarkup.escaped(reference)).append("</c:f><c:strCache><c:ptCount val=\"")
                .append(names.size()).append("\"/>");
        for (int i = 0; i < names.size(); i++) {
            xml.append("<c:pt idx=\"").append(i).append("\"><c:v>").append(ChartMarkup.escaped(names.get(i)))
                    .append("</c:v></c:pt>");
        }
        xml.append("</c:strCache></c:strRef></c:cat>");
    }

    private void numbers(String element, String reference, List<Double> values) {
        xml.append("<c:").append(element).append("><c:numRef><c:f>").append(ChartMarkup.escaped(reference))
                .append("</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\"").append(values.size())
                .append("\"/>");
        for (int i = 0; i < values.size(); i++) {
            if (!Double.isNaN(values.get(i))) {
                xml.append("<c:pt idx=\"").append(i).append("\"><c:v>").append(values.get(i)).append("</c:v></c:pt>");
            }
        }
        xml.append("</c:numCache></c:numRef></c:").append(element).append('>');
    }
}
