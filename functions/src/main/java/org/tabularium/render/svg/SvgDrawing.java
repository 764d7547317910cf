package org.tabularium.render.svg;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabularium.figure.drawing.Drawing;
import org.tabularium.figure.drawing.Point;
import org.tabularium.figure.drawing.Shade;
import org.tabularium.figure.drawing.Shape;
import org.tabularium.figure.drawing.Stroke;

/// A drawing as an SVG element, which may stand alone or within a page of HTML. Texts stay texts; lengths are points, to two
/// decimals.
public final class SvgDrawing {

    /// Fonts as wide as the one that texts are measured in.
    private static final String FONTS = "'Liberation Sans', Arial, Helvetica, sans-serif";
    private static final int DECIMALS = 2;

    private SvgDrawing() {}

    /// The element.
    ///
    /// @param title its name for those who do not see it; what is to be seen follows as its description
    public static String of(Drawing drawing, String title) {
        StringBuilder svg = new StringBuilder(256 + 80 * drawing.shapes().size());
        String width = number(drawing.width());
        String height = number(drawing.height());
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"").append(width).append("pt\" height=\"")
                .append(height).append("pt\" viewBox=\"0 0 ").append(width).append(' ').append(height)
                .append("\" font-family=\"").append(FONTS).append("\">\n<title>").append(escaped(title))
                .append("</title>\n<desc>").append(escaped(drawing.alternative())).append("</desc>\n");
        for (Shape shape : drawing.shapes()) {
            switch (shape) {
                case Shape.Path path -> append(svg, path);
                case Shape.Circle circle -> append(svg, circle);
                case Shape.Text text -> append(svg, text);
            }
        }
        return svg.append("</svg>\n").toString();
    }

    private static void append(StringBuilder svg, Shape.Path path) {
        svg.append("<path d=\"M").append(points(path.points())).append(path.closed() ? "Z\"" : "\"");
        paint(svg, path.fill(), path.stroke());
    }

    private static String points(List<Point> points) {
        return points.stream().map(p -> number(p.x()) + " " + number(p.y())).collect(Collectors.joining("L"));
    }

    private static void append(StringBuilder svg, Shape.Circle circle) {
        svg.append("<circle cx=\"").append(number(circle.centre().x())).append("\" cy=\"").append(number(circle.centre().y()))
                .append("\" r=\"").append(number(circle.radius())).append('"');
        paint(svg, circle.fill(), circle.stroke());
    }

    private static void paint(StringBuilder svg, @Nullable Shade fill, @Nullable Stroke stroke) {
        svg.append(" fill=\"").append(fill == null ? "none" : "#" + fill.hex()).append('"');
        if (stroke != null) {
            svg.append(" stroke=\"#").append(stroke.shade().hex()).append("\" stroke-width=\"").append(number(stroke.width()))
                    .append('"');
            if (!stroke.dash().isEmpty()) {
                svg.append(" stroke-dasharray=\"")
                        .append(stroke.dash().stream().map(SvgDrawing::number).collect(Collectors.joining(" "))).append('"');
            }
        }
        svg.append("/>\n");
    }

    private static void append(StringBuilder svg, Shape.Text text) {
        svg.append("<text x=\"").append(number(text.at().x())).append("\" y=\"").append(number(text.at().y()))
                .append("\" font-size=\"").append(number(text.size())).append('"');
        switch (text.anchor()) {
            case START -> {}
            case MIDDLE -> svg.append(" text-anchor=\"middle\"");
            case END -> svg.append(" text-anchor=\"end\"");
        }
        if (text.bold()) {
            svg.append(" font-weight=\"bold\"");
        }
        if (text.shade() != Shade.BLACK) {
            svg.append(" fill=\"#").append(text.shade().hex()).append('"');
        }
        svg.append('>').append(escaped(text.text())).append("</text>\n");
    }

    private static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /// Text within XML: what XML does not allow is left out.
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> {
                    if (c >= ' ' && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF)) {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }
}
