package org.tabularium.figure;

import java.util.ArrayList;
import java.util.List;
import org.tabularium.figure.drawing.Canvas;
import org.tabularium.figure.drawing.FontWidths;
import org.tabularium.figure.drawing.Look;
import org.tabularium.figure.drawing.Mark;
import org.tabularium.figure.drawing.Shade;
import org.tabularium.figure.drawing.Shape.Anchor;
import org.tabularium.figure.drawing.Stroke;

/// What signs mean, from left to right in as many lines as needed.
final class Legend {

    private static final double SIZE = 8.5;
    private static final double LINE = 13;
    private static final double SIGN = 16;
    private static final double BETWEEN = 18;

    private final List<Entry> entries = new ArrayList<>();

    /// Draws a sign at a place.
    private interface Sign {
        void draw(Canvas canvas, double x, double y);
    }

    private record Entry(Sign sign, String text) {}

    void mark(Mark mark, Shade shade, boolean open, String text) {
        entries.add(new Entry((canvas, x, y) -> canvas.mark(mark, x, y, 4, shade, open), text));
    }

    void mark(Look look, String text) {
        mark(look.mark(), look.shade(), look.open(), text);
    }

    void line(Look look, double width, String text) {
        entries.add(new Entry((canvas, x, y) -> canvas.line(x - SIGN / 2 + 1, y, x + SIGN / 2 - 1, y, look.stroke(width)), text));
    }

    void upright(Stroke stroke, String text) {
        entries.add(new Entry((canvas, x, y) -> canvas.line(x, y - 5, x, y + 5, stroke), text));
    }

    /// A bar's look.
    void area(Look look, String text) {
        Stroke edge = Stroke.solid(0.5, Shade.BLACK);
        entries.add(new Entry((canvas, x, y) -> {
            canvas.frame(x - SIGN / 2 + 1, y - 3.5, SIGN - 2, 7, look.shade(), edge);
            canvas.hatch(x - SIGN / 2 + 1, y - 3.5, SIGN - 2, 7, look.hatch(), edge);
        }, text));
    }

    void area(Shade shade, String text) {
        entries.add(new Entry((canvas, x, y) -> canvas.rectangle(x - SIGN / 2 + 1, y - 3.5, SIGN - 2, 7, shade), text));
    }

    /// Draws it.
    ///
    /// @return the base line of the last line
    double draw(Canvas canvas, double left, double right, double top) {
        double x = left;
        double y = top + LINE - 2;
        for (Entry entry : entries) {
            double width = SIGN + 3 + FontWidths.of(entry.text, SIZE, false);
            if (x > left && x + width > right) {
                x = left;
                y += LINE;
            }
            entry.sign.draw(canvas, x + SIGN / 2, y - SIZE * 0.34);
            canvas.text(entry.text, x + SIGN + 3, y, Anchor.START, SIZE);
            x += width + BETWEEN;
        }
        return y;
    }
}
