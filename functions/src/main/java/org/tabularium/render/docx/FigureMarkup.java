package org.tabularium.render.docx;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.figure.drawing.Drawing;
import org.tabularium.figure.drawing.Point;
import org.tabularium.figure.drawing.Shade;
import org.tabularium.figure.drawing.Shape;
import org.tabularium.figure.drawing.Stroke;

/// A drawing as a group of vector shapes (DrawingML), which stands in its line like a letter: no picture, so it stays sharp and
/// can be edited, and its texts are texts.
final class FigureMarkup {

    private static final double EMU = 12_700;
    private static final double ASCENT = 0.905;
    private static final double LEADING = 1.15;
    /// A percent of a line's width, in the unit of dashes.
    private static final int WHOLE = 100_000;

    private final Markup markup;
    private final double scale;
    private int shapes;

    FigureMarkup(Markup markup, double scale) {
        this.markup = markup;
        this.scale = scale;
    }

    /// Writes the drawing as a run.
    ///
    /// @param number of the figure in the document, from 1
    /// @param name for lists of objects
    void write(Drawing drawing, int number, String name) throws IOException {
        String size = "cx=\"" + emu(drawing.width()) + "\" cy=\"" + emu(drawing.height()) + "\"";
        markup.add("<w:r><mc:AlternateContent><mc:Choice Requires=\"wpg\"><w:drawing>"
                + "<wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent " + size + "/><wp:docPr id=\"" + number
                + "\" name=\"").text(name).add("\" descr=\"").text(drawing.alternative()).add("\"/><wp:cNvGraphicFramePr/>"
                        + "<a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\">"
                        + "<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext " + size
                        + "/><a:chOff x=\"0\" y=\"0\"/><a:chExt " + size + "/></a:xfrm></wpg:grpSpPr>");
        // Invisible, as large as all: some programs make the group as large as what is seen of it.
        path(new Shape.Path(List.of(new Point(0, 0), new Point(drawing.width(), 0), new Point(drawing.width(), drawing.height()),
                new Point(0, drawing.height())), true, null, null));
        for (Shape shape : drawing.shapes()) {
            switch (shape) {
                case Shape.Path path -> path(path);
                case Shape.Circle circle -> circle(circle);
                case Shape.Text text -> text(text);
            }
        }
        markup.add("</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>");
    }

    private long emu(double points) {
        return Math.round(points * scale * EMU);
    }

    private void begin(String kind) throws IOException {
        shapes++;
        markup.add("<wps:wsp><wps:cNvPr id=\"" + shapes + "\" name=\"" + kind + " " + shapes + "\"/><wps:cNvSpPr"
                + (kind.equals("Text") ? " txBox=\"1\"" : "") + "/><wps:spPr>");
    }

    private void place(long x, long y, long width, long height) throws IOException {
        markup.add(
                "<a:xfrm><a:off x=\"" + x + "\" y=\"" + y + "\"/><a:ext cx=\"" + width + "\" cy=\"" + height + "\"/></a:xfrm>");
    }

    private void path(Shape.Path path) throws IOException {
        List<Point> points = path.points();
        long left = emu(points.stream().mapToDouble(Point::x).min().orElse(0));
        long top = emu(points.stream().mapToDouble(Point::y).min().orElse(0));
        long width = Math.max(1, emu(points.stream().mapToDouble(Point::x).max().orElse(0)) - left);
        long height = Math.max(1, emu(points.stream().mapToDouble(Point::y).max().orElse(0)) - top);
        begin("Line");
        place(left, top, width, height);
        markup.add("<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst>"
                + "<a:path w=\"" + width + "\" h=\"" + height + "\"" + (path.fill() == null ? " fill=\"none\"" : "") + ">");
        for (int i = 0; i < points.size(); i++) {
            String point = "<a:pt x=\"" + (emu(points.get(i).x()) - left) + "\" y=\"" + (emu(points.get(i).y()) - top) + "\"/>";
            markup.add(i == 0 ? "<a:moveTo>" + point + "</a:moveTo>" : "<a:lnTo>" + point + "</a:lnTo>");
        }
        markup.add((path.closed() ? "<a:close/>" : "") + "</a:path></a:pathLst></a:custGeom>");
        paint(path.fill(), path.stroke());
        markup.add("</wps:spPr><wps:bodyPr/></wps:wsp>");
    }

    private void circle(Shape.Circle circle) throws IOException {
        begin("Mark");
        long size = Math.max(1, emu(2 * circle.radius()));
        place(emu(circle.centre().x() - circle.radius()), emu(circle.centre().y() - circle.radius()), size, size);
        markup.add("<a:prstGeom prst=\"ellipse\"><a:avLst/></a:prstGeom>");
        paint(circle.fill(), circle.stroke());
        markup.add("</wps:spPr><wps:bodyPr/></wps:wsp>");
    }

    private void paint(@Nullable Shade fill, @Nullable Stroke stroke) throws IOException {
        markup.add(fill == null ? "<a:noFill/>" : colour(fill));
        if (stroke == null) {
            markup.add("<a:ln><a:noFill/></a:ln>");
            return;
        }
        markup.add("<a:ln w=\"" + Math.max(1, emu(stroke.width())) + "\">" + colour(stroke.shade()));
        if (!stroke.dash().isEmpty()) {
            markup.add("<a:custDash>");
            List<Double> dash = stroke.dash();
            for (int i = 0; i < dash.size(); i += 2) {
                double gap = i + 1 < dash.size() ? dash.get(i + 1) : dash.get(i);
                markup.add("<a:ds d=\"" + Math.round(dash.get(i) / stroke.width() * WHOLE) + "\" sp=\""
                        + Math.round(gap / stroke.width() * WHOLE) + "\"/>");
            }
            markup.add("</a:custDash>");
        }
        markup.add("<a:miter lim=\"800000\"/></a:ln>");
    }

    private static String colour(Shade shade) {
        return "<a:solidFill><a:srgbClr val=\"" + shade.hex() + "\"/></a:solidFill>";
    }

    /// In a box that is wider than the text by what fonts may differ.
    private void text(Shape.Text text) throws IOException {
        double spare = text.size();
        double left = switch (text.anchor()) {
            case START -> text.left();
            case MIDDLE -> text.left() - spare / 2;
            case END -> text.left() - spare;
        };
        String align = switch (text.anchor()) {
            case START -> "left";
            case MIDDLE -> "center";
            case END -> "right";
        };
        begin("Text");
        place(emu(left), emu(text.at().y() - ASCENT * text.size()), emu(text.width() + spare), emu(LEADING * text.size() + 1));
        markup.add("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx>"
                + "<w:txbxContent><w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\""
                + align + "\"/></w:pPr>");
        Runs.write(markup, text.text(), "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/>"
                + (text.bold() ? "<w:b/>" : "") + "<w:color w:val=\"" + text.shade().hex() + "\"/><w:sz w:val=\""
                + Math.round(2 * text.size() * scale) + "\"/>");
        markup.add(
                "</w:p></w:txbxContent></wps:txbx><wps:bodyPr wrap=\"none\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"t\">"
                        + "<a:noAutofit/></wps:bodyPr></wps:wsp>");
    }
}
