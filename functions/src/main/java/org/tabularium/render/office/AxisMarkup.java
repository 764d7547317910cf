package org.tabularium.render.office;

import java.util.List;
import java.util.Locale;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.Shade;

/// The axes of a chart as DrawingML, with their titles.
final class AxisMarkup {

    private static final int EMU = 12700;
    private static final String GREY = "808080";
    private static final int HORIZONTAL = 1;
    private static final int VERTICAL = 2;
    private static final int TITLE = 900;
    private static final int LETTERS = (int) Math.round(ChartPlot.LABEL * 100);
    private static final String LEVEL = " rot=\"0\" vert=\"horz\"";
    /// Where the title of named rows stands: above their names, whatever their length.
    private static final String AT_EDGE = "<c:layout><c:manualLayout><c:xMode val=\"edge\"/><c:yMode val=\"edge\"/>"
            + "<c:x val=\"0.005\"/><c:y val=\"0.005\"/></c:manualLayout></c:layout>";

    private final StringBuilder xml;
    private final ChartPlot plot;
    private final Chart chart;

    AxisMarkup(StringBuilder xml, ChartPlot plot) {
        this.xml = xml;
        this.plot = plot;
        this.chart = plot.chart();
    }

    /// Writes both axes.
    void write() {
        boolean bars = chart.hasBars();
        axis(bars ? "catAx" : "valAx", HORIZONTAL, VERTICAL, "b", chart.x(), bars);
        axis("valAx", VERTICAL, HORIZONTAL, "l", chart.y(), false);
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
        boolean named = id == VERTICAL && chart.rows().isPresent();
        if (!side.title().isEmpty()) {
            List<String> lines = id == VERTICAL && !named ? plot.upright() : List.of(side.title());
            title(xml, lines, TITLE, named ? LEVEL : "", named ? AT_EDGE : "");
        }
        boolean inPlace = id == HORIZONTAL ? chart.columnsAreNamed() : chart.heightsAreNamed();
        String ofNames = categories ? ofBars() : "";
        xml.append("<c:numFmt formatCode=\"General;&quot;−&quot;General\" sourceLinked=\"0\"/><c:majorTickMark val=\"")
                .append(named || (inPlace && side.step() == 0) ? "none" : "out")
                .append("\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"")
                .append(named || (categories && !plot.barsAreNamed()) ? "none" : "low")
                .append("\"/><c:spPr><a:ln w=\"").append(EMU * 3 / 4)
                .append("\"><a:solidFill><a:srgbClr val=\"").append(GREY)
                .append("\"/></a:solidFill></a:ln></c:spPr>").append(inPlace ? unseen() : ofNames)
                .append("<c:crossAx val=\"")
                .append(crosses).append("\"/><c:crosses val=\"").append(id == VERTICAL ? "min" : "autoZero").append("\"/>");
        if (categories) {
            xml.append("<c:auto val=\"1\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:tickLblSkip val=\"1\"/>")
                    .append("<c:noMultiLvlLbl val=\"1\"/>");
        } else {
            xml.append("<c:crossBetween val=\"").append(id == VERTICAL && chart.hasBars() ? "between" : "midCat").append("\"/>");
            if (side.step() > 0 && !side.log()) {
                xml.append("<c:majorUnit val=\"").append(side.step()).append("\"/>");
            }
        }
        xml.append("</c:").append(element).append('>');
    }

    /// Numbers in whose place names stand keep their room, white.
    private static String unseen() {
        return "<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"" + LETTERS + "\">" + SeriesLook.fill(Shade.WHITE)
                + "</a:defRPr></a:pPr></a:p></c:txPr>";
    }

    /// The names of bars, turned where they have no room beside each other.
    private String ofBars() {
        boolean turned = chart.series().stream()
                .anyMatch(series -> series.form() == Chart.Form.BARS && plot.turned(series.labels()));
        return "<c:txPr><a:bodyPr" + (turned ? SeriesMarkup.QUARTER : "") + "/><a:p><a:pPr><a:defRPr sz=\"" + LETTERS
                + "\"/></a:pPr></a:p></c:txPr>";
    }

    /// Writes the element `c:title`.
    ///
    /// @param size of its letters, in hundredths of a point
    /// @param turn attributes of its body
    /// @param place the element `c:layout`; empty for the usual place
    static void title(StringBuilder xml, List<String> lines, int size, String turn, String place) {
        xml.append("<c:title><c:tx><c:rich><a:bodyPr").append(turn).append("/>");
        for (String line : lines) {
            xml.append(String.format(Locale.ROOT, "<a:p><a:pPr><a:defRPr sz=\"%d\" b=\"1\"/></a:pPr><a:r><a:rPr lang=\"en-US\""
                    + " sz=\"%d\" b=\"1\"/><a:t>%s</a:t></a:r></a:p>", size, size, ChartMarkup.escaped(line)));
        }
        xml.append("</c:rich></c:tx>").append(place).append("<c:overlay val=\"0\"/></c:title>");
    }
}
