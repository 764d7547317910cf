package org.tabularium.render.xlsx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.figure.drawing.Drawing;
import org.tabularium.figure.drawing.Point;
import org.tabularium.figure.drawing.Shade;
import org.tabularium.figure.drawing.Shape;
import org.tabularium.figure.drawing.Stroke;
import org.tabularium.render.office.XmlText;

/// A drawing that is no chart as DrawingML's shapes over a sheet's cells, which people can move and change: boxes with their
/// texts, lines, texts. Lengths in points from the drawing's corner.
final class DrawnShapes {

    private static final String NAMESPACES = " xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\""
            + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";
    private static final int EMU = 12_700;
    private static final int FONT = 100;
    /// From the base line of a text to its upper edge, and its height, by its size.
    private static final double ASCENT = 0.95;
    private static final double LINE = 1.2;
    private static final double SLACK = 0.01;

    private final StringBuilder xml = new StringBuilder(8192);
    private final Drawing drawing;
    private final int row;
    private int next = 2;

    private DrawnShapes(Drawing drawing, int row) {
        this.drawing = drawing;
        this.row = row;
    }

    /// The element `xdr:wsDr` with the drawing.
    ///
    /// @param row of the sheet at which it begins
    static String of(Drawing drawing, String title, int row) {
        return new DrawnShapes(drawing, row).write(title);
    }

    private String write(String title) {
        xml.append("<xdr:wsDr").append(NAMESPACES).append("><xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0")
                .append("</xdr:colOff><xdr:row>").append(row)
                .append("</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx=\"")
                .append(emu(drawing.width())).append("\" cy=\"").append(emu(drawing.height()))
                .append("\"/><xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id=\"1\" name=\"").append(XmlText.escaped(title))
                .append("\" descr=\"").append(XmlText.escaped(drawing.alternative()))
                .append("\"/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr><xdr:grpSpPr><a:xfrm>");
        place("a:", 0, 0, drawing.width(), drawing.height());
        place("a:ch", 0, 0, drawing.width(), drawing.height());
        xml.append("</a:xfrm></xdr:grpSpPr>");
        Set<Shape.Text> boxed = new HashSet<>();
        for (Shape shape : drawing.shapes()) {
            switch (shape) {
                case Shape.Path path when isBox(path) -> {
                    List<Shape.Text> texts = within(path);
                    boxed.addAll(texts);
                    box(path, texts);
                }
                case Shape.Path path -> path(path);
                case Shape.Circle circle -> circle(circle);
                case Shape.Text text when !boxed.contains(text) -> text(text);
                case Shape.Text _ -> {}
            }
        }
        return xml.append("</xdr:grpSp><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>").toString();
    }

    /// The offset and the extent of a shape, or with `a:ch` of what is in a group.
    private void place(String prefix, double left, double top, double width, double height) {
        boolean child = prefix.endsWith("ch");
        xml.append('<').append(prefix).append(child ? "Off" : "off").append(" x=\"").append(emu(left)).append("\" y=\"")
                .append(emu(top)).append("\"/><").append(prefix).append(child ? "Ext" : "ext").append(" cx=\"")
                .append(emu(width)).append("\" cy=\"").append(emu(height)).append("\"/>");
    }

    private static boolean isBox(Shape.Path path) {
        return path.closed() && path.points().size() == 4 && path.stroke() != null
                && path.points().stream().mapToDouble(Point::x).distinct().count() == 2
                && path.points().stream().mapToDouble(Point::y).distinct().count() == 2;
    }

    /// The texts in a box that follow each other, from above to below.
    private List<Shape.Text> within(Shape.Path box) {
        List<Shape.Text> texts = new ArrayList<>();
        for (Shape shape : drawing.shapes()) {
            if (shape instanceof Shape.Text text && text.at().x() >= left(box) && text.at().x() <= right(box)
                    && text.at().y() >= top(box) && text.at().y() <= bottom(box)) {
                texts.add(text);
            }
        }
        return texts;
    }

    private void box(Shape.Path box, List<Shape.Text> texts) {
        begin("Box");
        xml.append("<xdr:spPr><a:xfrm>");
        place("a:", left(box), top(box), right(box) - left(box), bottom(box) - top(box));
        xml.append("</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>");
        paint(box.fill(), box.stroke());
        xml.append("</xdr:spPr>");
        body(texts, left(box), "ctr");
        xml.append("</xdr:sp>");
    }

    private void text(Shape.Text text) {
        begin("Text");
        xml.append("<xdr:spPr><a:xfrm>");
        place("a:", text.left(), text.at().y() - text.size() * ASCENT, text.width(), text.size() * LINE);
        xml.append("</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>");
        paint(null, null);
        xml.append("</xdr:spPr>");
        body(List.of(text), text.left(), "t");
        xml.append("</xdr:sp>");
    }

    /// Texts as paragraphs; those on one base line, such as a dash and what follows it, are one.
    private void body(List<Shape.Text> texts, double left, String anchor) {
        xml.append("<xdr:txBody><a:bodyPr wrap=\"none\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"").append(anchor)
                .append("\"/>");
        for (int from = 0, to; from < texts.size(); from = to) {
            to = from + 1;
            while (to < texts.size() && Math.abs(texts.get(to).at().y() - texts.get(from).at().y()) < SLACK) {
                to++;
            }
            paragraph(texts.subList(from, to), left);
        }
        xml.append(texts.isEmpty() ? "<a:p/>" : "").append("</xdr:txBody>");
    }

    private void paragraph(List<Shape.Text> line, double left) {
        Shape.Text first = line.getFirst();
        boolean atLeft = first.anchor() == Shape.Anchor.START;
        xml.append("<a:p><a:pPr");
        if (atLeft) {
            double hanging = line.getLast().left() - first.left();
            xml.append(" marL=\"").append(emu(line.getLast().left() - left)).append("\" indent=\"").append(emu(-hanging))
                    .append('"');
        }
        xml.append(" algn=\"").append(switch (first.anchor()) {
            case START -> "l";
            case MIDDLE -> "ctr";
            case END -> "r";
        }).append("\"/>");
        for (Shape.Text text : line) {
            xml.append("<a:r><a:rPr lang=\"en-US\" sz=\"").append(Math.round(text.size() * FONT)).append("\" b=\"")
                    .append(text.bold() ? 1 : 0).append("\">").append(fill(text.shade()))
                    .append("<a:latin typeface=\"Arial\"/></a:rPr><a:t>").append(text.equals(first) ? "" : " ")
                    .append(XmlText.escaped(text.text()))
                    .append("</a:t></a:r>");
        }
        xml.append("</a:p>");
    }

    private void path(Shape.Path path) {
        double width = Math.max(SLACK, right(path) - left(path));
        double height = Math.max(SLACK, bottom(path) - top(path));
        begin("Line");
        xml.append("<xdr:spPr><a:xfrm>");
        place("a:", left(path), top(path), width, height);
        xml.append("</a:xfrm><a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>")
                .append("<a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst><a:path w=\"").append(emu(width)).append("\" h=\"")
                .append(emu(height)).append("\">");
        for (int i = 0; i < path.points().size(); i++) {
            String step = i == 0 ? "moveTo" : "lnTo";
            Point point = path.points().get(i);
            xml.append("<a:").append(step).append("><a:pt x=\"").append(emu(point.x() - left(path))).append("\" y=\"")
                    .append(emu(point.y() - top(path))).append("\"/></a:").append(step).append('>');
        }
        xml.append(path.closed() ? "<a:close/>" : "").append("</a:path></a:pathLst></a:custGeom>");
        paint(path.fill(), path.stroke());
        xml.append("</xdr:spPr></xdr:sp>");
    }

    private void circle(Shape.Circle circle) {
        begin("Circle");
        xml.append("<xdr:spPr><a:xfrm>");
        place("a:", circle.centre().x() - circle.radius(), circle.centre().y() - circle.radius(), 2 * circle.radius(),
                2 * circle.radius());
        xml.append("</a:xfrm><a:prstGeom prst=\"ellipse\"><a:avLst/></a:prstGeom>");
        paint(circle.fill(), circle.stroke());
        xml.append("</xdr:spPr></xdr:sp>");
    }

    private void begin(String name) {
        xml.append("<xdr:sp macro=\"\" textlink=\"\"><xdr:nvSpPr><xdr:cNvPr id=\"").append(next).append("\" name=\"").append(name)
                .append(' ').append(next - 1).append("\"/><xdr:cNvSpPr/></xdr:nvSpPr>");
        next++;
    }

    private void paint(@Nullable Shade fill, @Nullable Stroke stroke) {
        xml.append(fill == null ? "<a:noFill/>" : fill(fill));
        if (stroke == null) {
            xml.append("<a:ln><a:noFill/></a:ln>");
        } else {
            xml.append("<a:ln w=\"").append(emu(stroke.width())).append("\">").append(fill(stroke.shade()))
                    .append(stroke.dash().isEmpty() ? "" : "<a:prstDash val=\"dash\"/>").append("</a:ln>");
        }
    }

    private static String fill(Shade shade) {
        return "<a:solidFill><a:srgbClr val=\"" + shade.hex() + "\"/></a:solidFill>";
    }

    private static double left(Shape.Path path) {
        return path.points().stream().mapToDouble(Point::x).min().orElse(0);
    }

    private static double right(Shape.Path path) {
        return path.points().stream().mapToDouble(Point::x).max().orElse(0);
    }

    private static double top(Shape.Path path) {
        return path.points().stream().mapToDouble(Point::y).min().orElse(0);
    }

    private static double bottom(Shape.Path path) {
        return path.points().stream().mapToDouble(Point::y).max().orElse(0);
    }

    private static long emu(double points) {
        return Math.round(points * EMU);
    }
}
