package org.tabularium.render.office;

import java.util.List;
import java.util.stream.Collectors;
import org.tabularium.figure.drawing.Chart;

/// A chart as DrawingML, for a workbook or a document: people can change it. Points that are NaN are gaps; lines are straight,
/// so that steps stay steps; they and marks look as in the figure ([SeriesLook]); what is not named is not in the legend.
public final class ChartMarkup {

    private static final String NAMESPACES = " xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\""
            + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final int NAME = 1000;

    private final StringBuilder xml = new StringBuilder(4096);
    private final Chart chart;
    private final ChartPlot plot;
    private final SeriesMarkup series;

    private ChartMarkup(Chart chart, Cells cells, Size size) {
        this.chart = chart;
        this.plot = new ChartPlot(chart, size);
        this.series = new SeriesMarkup(xml, cells, plot);
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
            AxisMarkup.title(xml, List.of(chart.name()), NAME, "", "");
        }
        xml.append("<c:autoTitleDeleted val=\"").append(chart.name().isEmpty() ? 1 : 0).append("\"/><c:plotArea>");
        xml.append(plot.layout());
        if (bars) {
            all("barChart", "<c:barDir val=\"col\"/><c:grouping val=\"clustered\"/>",
                    "<c:gapWidth val=\"30\"/><c:overlap val=\"100\"/>", SeriesMarkup.Kind.BAR);
            if (chart.series().stream().anyMatch(of -> of.form() != Chart.Form.BARS)) {
                all("lineChart", "<c:grouping val=\"standard\"/>", "<c:marker val=\"1\"/>", SeriesMarkup.Kind.OVER_BARS);
            }
        } else {
            all("scatterChart", "<c:scatterStyle val=\"lineMarker\"/>", "", SeriesMarkup.Kind.SCATTERED);
        }
        new AxisMarkup(xml, plot).write();
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
    private void all(String element, String begin, String end, SeriesMarkup.Kind kind) {
        xml.append("<c:").append(element).append('>').append(begin).append("<c:varyColors val=\"0\"/>");
        for (int i = 0; i < chart.series().size(); i++) {
            boolean bar = chart.series().get(i).form() == Chart.Form.BARS;
            if (kind == SeriesMarkup.Kind.SCATTERED || bar == (kind == SeriesMarkup.Kind.BAR)) {
                series.write(i, kind);
            }
        }
        xml.append(end).append("<c:axId val=\"1\"/><c:axId val=\"2\"/></c:").append(element).append('>');
    }

    /// The chart as it is drawn at a size: the names of its lines stand apart.
    public static Chart at(Size size, Chart chart) {
        return new ChartPlot(chart, size).named();
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
        xml.append("<c:overlay val=\"0\"/><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"")
                .append(Math.round(ChartPlot.LABEL * 100))
                .append("\"/></a:pPr></a:p></c:txPr></c:legend>");
    }

    static String escaped(String text) {
        return text.codePoints().mapToObj(c -> switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> c < ' ' ? "" : Character.toString(c);
        }).collect(Collectors.joining());
    }
}
