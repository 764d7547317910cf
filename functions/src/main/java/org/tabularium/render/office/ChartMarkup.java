package org.tabularium.render.office;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.FontWidths;
import org.tabularium.figure.drawing.Lines;
import org.tabularium.figure.drawing.Point;
import org.tabularium.figure.drawing.Shade;

/// A chart as DrawingML, for a workbook or a document: people can change it. Points that are NaN are gaps; lines are straight,
/// so that steps stay steps; they and marks look as in the figure ([SeriesLook]); what is not named is not in the legend.
public final class ChartMarkup {

    private static final String NAMESPACES = " xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\""
            + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final int EMU = 12700;
    private static final String GREY = "808080";
    /// The size of the names of rows, and around the plot whose rows have names: in points, or as shares of the width.
    private static final double LABEL = 8;
    private static final double TOP = 20;
    private static final double BELOW = 58;
    /// Of the name of a panel.
    private static final double TITLE = 12;
    /// Of the vertical axis with its title, and the size of that.
    private static final double AXIS = 46;
    private static final double AXIS_TITLE = 9;
    private static final double MOST_LEFT = 0.5;
    private static final double RIGHT = 0.97;
    /// Where the title of named rows stands: above their names, whatever their length.
    private static final String AT_EDGE = "<c:layout><c:manualLayout><c:xMode val=\"edge\"/><c:yMode val=\"edge\"/>"
            + "<c:x val=\"0.005\"/><c:y val=\"0.005\"/></c:manualLayout></c:layout>";
    private static final String QUARTER = " rot=\"-5400000\" vert=\"horz\"";
    private static final String LEVEL = " rot=\"0\" vert=\"horz\"";
    /// What bars need for values and names below each other, in points: level, or turned by a quarter.
    private static final double BAR_APART = 2;
    private static final double TURNED = 9.5;
    /// Narrower bars would be all edge.
    private static final double LEAST_FOR_EDGES = 6;
    private static final String EDGE = "<a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"000000\"/></a:solidFill></a:ln>";
    /// What a plot of bars has of the chart's width at least.
    private static final double OF_BARS = 0.85;

    /// What a plot is: bars, lines and marks over bars, or points by their own numbers.
    private enum Kind {
        BAR, OVER_BARS, SCATTERED
    }

    private final StringBuilder xml = new StringBuilder(4096);
    private final Chart chart;
    private final Cells cells;

    private final Size size;

    private ChartMarkup(Chart chart, Cells cells, Size size) {
        this.chart = chart;
        this.cells = cells;
        this.size = size;
    }

    /// How large a chart is, in points.
    public record Size(double width, double height) {}

    /// Where the numbers of a chart stand in its sheet, as references such as `'14.2-1 km'!$A$30:$A$60`.
    public interface Cells {

        String name(int series);

        String x(int series);

        String y(int series);

        /// How far the lines at the points reach up; empty where they stand in no sheet.
        default String above(int series) {
            return "";
        }

        /// How far they reach down.
        default String below(int series) {
            return "";
        }
    }

    /// The element `c:chartSpace` of a chart in a workbook that holds its numbers.
    public static String of(Chart chart, Cells cells, Size size) {
        return of(chart, cells, size, "");
    }

    /// The element `c:chartSpace`.
    ///
    /// @param external the relationship to the workbook that holds its numbers; empty where the chart is part of it
    public static String of(Chart chart, Cells cells, Size size, String external) {
        return new ChartMarkup(chart, cells, size).write(external);
    }

    private String write(String external) {
        boolean bars = chart.hasBars();
        xml.append("<c:chartSpace").append(NAMESPACES).append("><c:roundedCorners val=\"0\"/><c:chart>");
        if (!chart.name().isEmpty()) {
            title(List.of(chart.name()), 1000, "", "");
        }
        xml.append("<c:autoTitleDeleted val=\"").append(chart.name().isEmpty() ? 1 : 0).append("\"/><c:plotArea>");
        layout();
        if (bars) {
            all("barChart", "<c:barDir val=\"col\"/><c:grouping val=\"clustered\"/>",
                    "<c:gapWidth val=\"30\"/><c:overlap val=\"100\"/>", Kind.BAR);
            if (chart.series().stream().anyMatch(series -> series.form() != Chart.Form.BARS)) {
                all("lineChart", "<c:grouping val=\"standard\"/>", "<c:marker val=\"1\"/>", Kind.OVER_BARS);
            }
        } else {
            all("scatterChart", "<c:scatterStyle val=\"lineMarker\"/>", "", Kind.SCATTERED);
        }
        axis(bars ? "catAx" : "valAx", 1, 2, "b", chart.x(), bars);
        axis("valAx", 2, 1, "l", chart.y(), false);
        xml.append("</c:plotArea>");
        legend();
        xml.append("<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>");
        // A frame would be printed at the edge of the page above too.
        xml.append("<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>");
        if (!external.isEmpty()) {
            xml.append("<c:externalData r:id=\"").append(external).append("\"><c:autoUpdate val=\"0\"/></c:externalData>");
        }
        xml.append("</c:chartSpace>");
        return xml.toString();
    }

    /// A plot of the series of its kind; all plots share the axes.
    private void all(String element, String begin, String end, Kind kind) {
        xml.append("<c:").append(element).append('>').append(begin).append("<c:varyColors val=\"0\"/>");
        for (int i = 0; i < chart.series().size(); i++) {
            boolean bar = chart.series().get(i).form() == Chart.Form.BARS;
            if (kind == Kind.SCATTERED || bar == (kind == Kind.BAR)) {
                series(i, kind);
            }
        }
        xml.append(end).append("<c:axId val=\"1\"/><c:axId val=\"2\"/></c:").append(element).append('>');
    }

    private void series(int number, Kind kind) {
        Chart.Series series = chart.series().get(number);
        boolean bars = kind == Kind.BAR;
        xml.append("<c:ser><c:idx val=\"").append(number).append("\"/><c:order val=\"").append(number)
                .append("\"/><c:tx><c:strRef><c:f>").append(escaped(cells.name(number)))
                .append("</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>").append(escaped(series.name()))
                .append("</c:v></c:pt></c:strCache></c:strRef></c:tx>");
        if (bars) {
            xml.append("<c:spPr>").append(SeriesLook.filled(series.look()))
                    .append(eachBar() < LEAST_FOR_EDGES && series.look().shade() != Shade.WHITE
                            ? "<a:ln><a:noFill/></a:ln>"
                            : EDGE)
                    .append("</c:spPr><c:invertIfNegative val=\"0\"/>");
        } else {
            SeriesLook.write(series, xml);
            labels(series);
            limits(number, series);
        }
        if (bars) {
            ends(series);
        }
        if (bars && !series.labels().isEmpty()) {
            names(cells.x(number), series.labels());
        } else {
            numbers(kind == Kind.SCATTERED ? "xVal" : "cat", cells.x(number), series.points().stream().map(Point::x).toList());
        }
        numbers(kind == Kind.SCATTERED ? "yVal" : "val", cells.y(number), series.points().stream().map(Point::y).toList());
        xml.append(bars ? "" : "<c:smooth val=\"0\"/>").append("</c:ser>");
    }

    /// Where rows have names, these stand left of the axes and need room there.
    private void layout() {
        Optional<Chart.Series> rows = chart.rows();
        if (rows.isEmpty()) {
            besideNames();
            return;
        }
        double widest = rows.get().labels().stream().mapToDouble(label -> FontWidths.of(label, LABEL, false)).max().orElse(0);
        if (!rowsAreNamed()) {
            widest = 0;
        }
        double left = Math.min(MOST_LEFT, (widest + LABEL * 2) / size.width());
        plot(left, RIGHT - left);
    }

    /// Where lines have names at their ends, these stand right of the plot and need room there.
    private void besideNames() {
        if (isPanel(chart)) {
            plot(axis(chart, size) / size.width(), besideNames(chart, size));
        } else {
            xml.append("<c:layout/>");
        }
    }

    /// Whether it is narrow, or has names right of it, so that its plot has a place of its own.
    private static boolean isPanel(Chart chart) {
        return !chart.name().isEmpty() || chart.lineNames().isPresent();
    }

    /// The width of the vertical axis.
    private static double axis(Chart chart, Size size) {
        return AXIS + (upright(chart, size).size() - 1) * AXIS_TITLE * 1.2;
    }

    /// The plot's share of the width.
    private static double besideNames(Chart chart, Size size) {
        double widest = chart.lineNames().stream().flatMap(names -> names.labels().stream())
                .mapToDouble(label -> FontWidths.of(label, LABEL, false)).max().orElse(0);
        return 1 - axis(chart, size) / size.width() - Math.min(MOST_LEFT, (widest + LABEL * 2) / size.width());
    }

    private void plot(double left, double width) {
        xml.append(String.format(Locale.ROOT,
                "<c:layout><c:manualLayout><c:layoutTarget val=\"inner\"/><c:xMode val=\"edge\"/><c:yMode val=\"edge\"/>"
                        + "<c:x val=\"%.4f\"/><c:y val=\"%.4f\"/><c:w val=\"%.4f\"/><c:h val=\"%.4f\"/></c:manualLayout></c:layout>",
                left, top(chart) / size.height(), width, plotHeight(chart, size) / size.height()));
    }

    /// The chart as it is drawn at a size: the names of its lines stand apart.
    public static Chart at(Size size, Chart chart) {
        return chart.lineNames().isEmpty()
                ? chart
                : chart.namedApart(
                        besideNames(chart, size) * size.width(), plotHeight(chart, size));
    }

    /// What rows with names have; where that is too low for the names, they are left out.
    private static double plotHeight(Chart chart, Size size) {
        return size.height() - top(chart) - BELOW - chart.legendHeight(size.width());
    }

    private static double top(Chart chart) {
        return chart.name().isEmpty() ? TOP : TOP + TITLE;
    }

    private boolean rowsAreNamed() {
        return plotHeight(chart, size) >= LABEL * chart.rowCount();
    }

    private void labels(Chart.Series series) {
        boolean rows = series.form() == Chart.Form.LABELS;
        if (series.labels().isEmpty() || (rows && !rowsAreNamed())) {
            return;
        }
        List<String> labels = switch (series.form()) {
            case LABELS -> series.labels().stream().map(this::ofRow).toList();
            // Apart from a mark at the line's end.
            case LABELS_RIGHT -> series.labels().stream().map(label -> "\u00a0\u00a0" + label).toList();
            case LABELS_BELOW, LABELS_LEFT, LINE, POINTS, LINE_AND_POINTS, BARS -> series.labels();
        };
        texts(labels, switch (series.form()) {
            case LABELS_BELOW -> "b";
            case LABELS_RIGHT -> "r";
            case LABELS, LABELS_LEFT, LINE, POINTS, LINE_AND_POINTS, BARS -> "l";
        }, false);
    }

    /// As long as the room that it has, and apart from marks at the axis.
    private String ofRow(String label) {
        return label.isEmpty() ? "" : Lines.cut(label, size.width() * MOST_LEFT - LABEL * 2, LABEL) + "\u00a0\u00a0";
    }

    /// The values at the ends of bars; none where bars stand too near to each other.
    private void ends(Chart.Series series) {
        if (!series.ends().isEmpty() && eachBar() >= TURNED) {
            texts(series.ends(), "outEnd", turned(series.ends()));
        }
    }

    private double eachBar() {
        return size.width() * OF_BARS / Math.max(1, chart.x().to() - chart.x().from());
    }

    private boolean turned(List<String> labels) {
        return labels.stream().anyMatch(label -> FontWidths.of(label, LABEL, false) + BAR_APART > eachBar());
    }

    private void texts(List<String> labels, String place, boolean turned) {
        xml.append("<c:dLbls>");
        for (int i = 0; i < labels.size(); i++) {
            if (!labels.get(i).isEmpty()) {
                xml.append(String.format(Locale.ROOT,
                        "<c:dLbl><c:idx val=\"%d\"/><c:tx><c:rich><a:bodyPr%s wrap=\"none\"/><a:p><a:r>"
                                + "<a:rPr lang=\"en-US\" sz=\"%d\"/><a:t>%s</a:t></a:r></a:p></c:rich></c:tx>",
                        i, turned ? QUARTER : "",
                        Math.round(LABEL * 100), escaped(labels.get(i)))).append("<c:dLblPos val=\"").append(place)
                        .append("\"/>");
                shown(true);
                xml.append("</c:dLbl>");
            }
        }
        shown(false);
        xml.append("</c:dLbls>");
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
        xml.append("<c:cat><c:strRef><c:f>").append(escaped(reference)).append("</c:f><c:strCache><c:ptCount val=\"")
                .append(names.size()).append("\"/>");
        for (int i = 0; i < names.size(); i++) {
            xml.append("<c:pt idx=\"").append(i).append("\"><c:v>").append(escaped(names.get(i))).append("</c:v></c:pt>");
        }
        xml.append("</c:strCache></c:strRef></c:cat>");
    }

    private void shown(boolean value) {
        xml.append("<c:showLegendKey val=\"0\"/><c:showVal val=\"").append(value ? 1 : 0)
                .append("\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/>")
                .append("<c:showBubbleSize val=\"0\"/>");
    }

    private void numbers(String element, String reference, List<Double> values) {
        xml.append("<c:").append(element).append("><c:numRef><c:f>").append(escaped(reference))
                .append("</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\"").append(values.size())
                .append("\"/>");
        for (int i = 0; i < values.size(); i++) {
            if (!Double.isNaN(values.get(i))) {
                xml.append("<c:pt idx=\"").append(i).append("\"><c:v>").append(values.get(i)).append("</c:v></c:pt>");
            }
        }
        xml.append("</c:numCache></c:numRef></c:").append(element).append('>');
    }

    private void axis(String element, int id, int crosses, String position, Chart.Side side, boolean categories) {
        xml.append("<c:").append(element).append("><c:axId val=\"").append(id).append("\"/><c:scaling>");
        if (side.log()) {
            xml.append("<c:logBase val=\"10\"/>");
        }
        xml.append("<c:orientation val=\"minMax\"/>");
        if (!categories) {
            xml.append("<c:max val=\"").append(side.to()).append("\"/><c:min val=\"").append(side.from()).append("\"/>");
        }
        xml.append("</c:scaling><c:delete val=\"0\"/><c:axPos val=\"").append(position).append("\"/>");
        if (!side.title().isEmpty()) {
            boolean above = id == 2 && chart.rows().isPresent();
            List<String> lines = id == 2 && !above ? upright(chart, size) : List.of(side.title());
            title(lines, 900, above ? LEVEL : "", above ? AT_EDGE : "");
        }
        boolean named = id == 2 && chart.rows().isPresent();
        boolean inPlace = id == 1 ? chart.columnsAreNamed() : chart.heightsAreNamed();
        String ofNames = categories ? ofBars() : "";
        xml.append("<c:numFmt formatCode=\"General;&quot;−&quot;General\" sourceLinked=\"0\"/><c:majorTickMark val=\"")
                .append(named || (inPlace && side.step() == 0) ? "none" : "out")
                .append("\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"")
                .append(named || (categories && eachBar() < TURNED) ? "none" : "low")
                .append("\"/><c:spPr><a:ln w=\"").append(EMU * 3 / 4)
                .append("\"><a:solidFill><a:srgbClr val=\"").append(GREY)
                .append("\"/></a:solidFill></a:ln></c:spPr>").append(inPlace ? unseen() : ofNames)
                .append("<c:crossAx val=\"")
                .append(crosses).append("\"/><c:crosses val=\"").append(id == 2 ? "min" : "autoZero").append("\"/>");
        if (categories) {
            xml.append("<c:auto val=\"1\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:tickLblSkip val=\"1\"/>")
                    .append("<c:noMultiLvlLbl val=\"1\"/>");
        } else {
            xml.append("<c:crossBetween val=\"")
                    .append(id == 2 && chart.hasBars() ? "between" : "midCat")
                    .append("\"/>");
            if (side.step() > 0 && !side.log()) {
                xml.append("<c:majorUnit val=\"").append(side.step()).append("\"/>");
            }
        }
        xml.append("</c:").append(element).append('>');
    }

    /// Numbers in whose place names stand keep their room, white.
    private static String unseen() {
        return "<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"800\">" + SeriesLook.fill(Shade.WHITE)
                + "</a:defRPr></a:pPr></a:p></c:txPr>";
    }

    /// The names of bars, turned where they have no room beside each other.
    private String ofBars() {
        boolean turned = chart.series().stream().anyMatch(series -> series.form() == Chart.Form.BARS && turned(series.labels()));
        return "<c:txPr><a:bodyPr" + (turned ? QUARTER : "") + "/><a:p><a:pPr><a:defRPr sz=\"" + Math.round(LABEL * 100)
                + "\"/></a:pPr></a:p></c:txPr>";
    }

    /// The title of the vertical axis; of a panel in lines that are no longer than the axis.
    private static List<String> upright(Chart chart, Size size) {
        return !isPanel(chart)
                ? List.of(chart.y().title())
                : Lines.of(chart.y().title(), plotHeight(chart, size), AXIS_TITLE, true, 2);
    }

    private void title(List<String> lines, int pointSize, String turn, String place) {
        xml.append("<c:title><c:tx><c:rich><a:bodyPr").append(turn).append("/>");
        for (String line : lines) {
            xml.append(String.format(Locale.ROOT,
                    "<a:p><a:pPr><a:defRPr sz=\"%d\" b=\"1\"/></a:pPr><a:r><a:rPr lang=\"en-US\" sz=\"%d\""
                            + " b=\"1\"/><a:t>%s</a:t></a:r></a:p>",
                    pointSize, pointSize, escaped(line)));
        }
        xml.append("</c:rich></c:tx>").append(place).append("<c:overlay val=\"0\"/></c:title>");
    }

    private void legend() {
        if (chart.series().stream().filter(Chart.Series::named).count() == 0) {
            return;
        }
        xml.append("<c:legend><c:legendPos val=\"b\"/>");
        for (int i = 0; i < chart.series().size(); i++) {
            if (!chart.series().get(i).named()) {
                xml.append("<c:legendEntry><c:idx val=\"").append(i).append("\"/><c:delete val=\"1\"/></c:legendEntry>");
            }
        }
        xml.append("<c:overlay val=\"0\"/><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"").append(Math.round(LABEL * 100))
                .append("\"/></a:pPr></a:p></c:txPr></c:legend>");
    }

    private static String escaped(String text) {
        return text.codePoints().mapToObj(c -> switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> c < ' ' ? "" : Character.toString(c);
        }).collect(Collectors.joining());
    }
}
