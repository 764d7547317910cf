package org.tabularium.render.office;

import java.util.List;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.Look;
import org.tabularium.figure.drawing.Shade;

/// How the lines and marks of a series look, as DrawingML: lines have their dash and colour, marks their shape. Open marks are
/// pale, since LibreOffice draws no edge.
final class SeriesLook {

    private SeriesLook() {}

    /// Writes what its line and its marks look like.
    static void write(Chart.Series series, StringBuilder xml) {
        line(series, xml);
        marker(series, xml);
    }

    private static void line(Chart.Series series, StringBuilder xml) {
        if (series.form() == Chart.Form.POINTS || isText(series)) {
            xml.append("<c:spPr><a:ln w=\"19050\"><a:noFill/></a:ln></c:spPr>");
            return;
        }
        xml.append("<c:spPr><a:ln w=\"").append(width(series.look().weight())).append("\" cap=\"flat\">")
                .append(fill(series.look().shade())).append("<a:prstDash val=\"")
                .append(dash(series.look().dash())).append("\"/><a:round/></a:ln></c:spPr>");
    }

    private static boolean isText(Chart.Series series) {
        return switch (series.form()) {
            case LABELS, LABELS_BELOW, LABELS_LEFT, LABELS_RIGHT -> true;
            case LINE, POINTS, LINE_AND_POINTS, BARS -> false;
        };
    }

    /// Programs differ in which lines they draw first: what must be seen is wider than what lies over it.
    private static int width(Look.Weight weight) {
        return switch (weight) {
            case THIN -> 9525;
            case USUAL -> 19050;
            case THICK -> 31750;
        };
    }

    /// The dash of DrawingML that is nearest: by the length of its first stroke, and how many strokes come in turn.
    private static String dash(List<Double> dash) {
        if (dash.isEmpty()) {
            return "solid";
        }
        double stroke = dash.getFirst();
        if (dash.size() > 4) {
            return "lgDashDotDot";
        }
        if (dash.size() > 2) {
            return stroke < 5 ? "sysDashDot" : "dashDot";
        }
        if (stroke < 2) {
            return dash.getLast() > 3 ? "dot" : "sysDot";
        }
        if (stroke < 5) {
            return "sysDash";
        }
        return stroke < 8 ? "dash" : "lgDash";
    }

    private static void marker(Chart.Series series, StringBuilder xml) {
        if (series.form() == Chart.Form.LINE || isText(series)) {
            xml.append("<c:marker><c:symbol val=\"none\"/></c:marker>");
            return;
        }
        Look look = series.look();
        boolean stroked = switch (look.mark()) {
            case CROSS, TICK, ARROW, DAGGER -> true;
            case CIRCLE, TRIANGLE, DOWN, SQUARE, DIAMOND, STAR -> false;
        };
        xml.append("<c:marker><c:symbol val=\"").append(symbol(look)).append("\"/><c:size val=\"")
                .append(series.form() == Chart.Form.POINTS ? 7 : 5).append("\"/><c:spPr>");
        if (stroked) {
            xml.append("<a:noFill/>");
        } else {
            xml.append(look.open() ? fill(Shade.SILVER) : fill(look.shade()));
        }
        xml.append("<a:ln w=\"9525\">").append(fill(look.shade())).append("</a:ln></c:spPr></c:marker>");
    }

    private static String symbol(Look look) {
        return switch (look.mark()) {
            case CIRCLE -> "circle";
            case TRIANGLE, DOWN -> "triangle";
            case SQUARE -> "square";
            case DIAMOND -> "diamond";
            case STAR -> "star";
            case CROSS -> "x";
            case ARROW -> "dash";
            case TICK, DAGGER -> "plus";
        };
    }

    /// What fills a bar: a colour, or a white or tinted pattern.
    static String filled(Look look) {
        String pattern = switch (look.hatch()) {
            case NONE -> "";
            case RISING -> "wdUpDiag";
            case FALLING -> "wdDnDiag";
            case CROSSED -> "diagCross";
        };
        return pattern.isEmpty()
                ? fill(look.shade())
                : "<a:pattFill prst=\"" + pattern + "\"><a:fgClr><a:srgbClr val=\"" + Shade.BLACK.hex()
                        + "\"/></a:fgClr><a:bgClr><a:srgbClr val=\"" + look.shade().hex() + "\"/></a:bgClr></a:pattFill>";
    }

    /// A colour that fills an area or a line.
    static String fill(Shade shade) {
        return "<a:solidFill><a:srgbClr val=\"" + shade.hex() + "\"/></a:solidFill>";
    }
}
