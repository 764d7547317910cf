package org.tabularium.render.pdf;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfContentByte;
import org.tabularium.figure.drawing.Drawing;
import org.tabularium.figure.drawing.Point;
import org.tabularium.figure.drawing.Shade;
import org.tabularium.figure.drawing.Shape;
import org.tabularium.figure.drawing.Stroke;

/// The shapes of a drawing on a page, whose heights count from below.
final class DrawnShapes {

    private final PdfContentByte canvas;
    private final Typeface typeface;
    private final double left;
    private final double top;
    private final double scale;

    /// @param left where the drawing's upper left corner stands
    DrawnShapes(PdfContentByte canvas, Typeface typeface, double left, double top, double scale) {
        this.canvas = canvas;
        this.typeface = typeface;
        this.left = left;
        this.top = top;
        this.scale = scale;
    }

    void draw(Drawing drawing) {
        canvas.saveState();
        for (Shape shape : drawing.shapes()) {
            switch (shape) {
                case Shape.Path path -> draw(path);
                case Shape.Circle circle -> draw(circle);
                case Shape.Text text -> draw(text);
            }
        }
        canvas.restoreState();
    }

    private float x(double x) {
        return (float) (left + x * scale);
    }

    private float y(double y) {
        return (float) (top - y * scale);
    }

    private void draw(Shape.Path path) {
        List<Point> points = path.points();
        colours(path.fill(), path.stroke());
        canvas.moveTo(x(points.getFirst().x()), y(points.getFirst().y()));
        points.subList(1, points.size()).forEach(p -> canvas.lineTo(x(p.x()), y(p.y())));
        if (path.closed()) {
            canvas.closePath();
        }
        paint(path.fill(), path.stroke());
    }

    private void draw(Shape.Circle circle) {
        colours(circle.fill(), circle.stroke());
        canvas.circle(x(circle.centre().x()), y(circle.centre().y()), (float) (circle.radius() * scale));
        paint(circle.fill(), circle.stroke());
    }

    private void colours(@Nullable Shade fill, @Nullable Stroke stroke) {
        if (fill != null) {
            canvas.setRGBColorFill(fill.red(), fill.green(), fill.blue());
        }
        if (stroke != null) {
            canvas.setRGBColorStroke(stroke.shade().red(), stroke.shade().green(), stroke.shade().blue());
            canvas.setLineWidth((float) (stroke.width() * scale));
            float[] dash = new float[stroke.dash().size()];
            for (int i = 0; i < dash.length; i++) {
                dash[i] = (float) (stroke.dash().get(i) * scale);
            }
            canvas.setLineDash(dash, 0);
        }
    }

    private void paint(@Nullable Shade fill, @Nullable Stroke stroke) {
        if (fill != null && stroke != null) {
            canvas.fillStroke();
        } else if (fill != null) {
            canvas.fill();
        } else {
            canvas.stroke();
        }
    }

    private void draw(Shape.Text text) {
        Typeface.Style style = new Typeface.Style(text.bold(), text.size() * scale);
        double width = typeface.width(text.text(), style);
        double begins = x(text.at().x()) - switch (text.anchor()) {
            case START -> 0;
            case MIDDLE -> width / 2;
            case END -> width;
        };
        canvas.setRGBColorFill(text.shade().red(), text.shade().green(), text.shade().blue());
        // Of the outline that a font without bold letters gets, else the last line's.
        canvas.setRGBColorStroke(text.shade().red(), text.shade().green(), text.shade().blue());
        typeface.draw(canvas, text.text(), style, begins, y(text.at().y()));
    }
}
