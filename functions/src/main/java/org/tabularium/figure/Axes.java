package org.tabularium.figure;

import org.tabularium.figure.drawing.Axis;
import org.tabularium.figure.drawing.Canvas;
import org.tabularium.figure.drawing.FontWidths;
import org.tabularium.figure.drawing.Shade;
import org.tabularium.figure.drawing.Shape.Anchor;
import org.tabularium.figure.drawing.Stroke;

/// Axes as all figures have them: thin, ticks outside, the title of the vertical one above it, where it is read first.
final class Axes {

    static final double SIZE = 8.5;
    static final Stroke LINE = Stroke.solid(0.7, Shade.BLACK);

    private static final double TICK = 3.5;
    /// Between the numbers of neighbouring ticks.
    private static final double APART = 2;

    private Axes() {}

    /// The vertical axis at the left, its title above.
    static void left(Canvas canvas, Axis axis, double at, String title) {
        canvas.line(at, axis.start(), at, axis.end(), LINE);
        for (Axis.Tick tick : axis.ticks()) {
            double y = axis.at(tick.value());
            canvas.line(at - TICK, y, at, y, LINE);
            canvas.text(tick.label(), at - TICK - 3, y + SIZE * 0.34, Anchor.END, SIZE);
        }
        canvas.text(title, at - TICK, Math.min(axis.start(), axis.end()) - 8, Anchor.START, SIZE, true, Shade.BLACK);
    }

    /// The horizontal axis, its title centred below; the number of a tick that would touch the one before is left out.
    ///
    /// @return where its title ends
    static double below(Canvas canvas, Axis axis, double at, String title) {
        canvas.line(axis.start(), at, axis.end(), at, LINE);
        double free = Double.NEGATIVE_INFINITY;
        for (Axis.Tick tick : axis.ticks()) {
            double x = axis.at(tick.value());
            canvas.line(x, at, x, at + TICK, LINE);
            double half = FontWidths.of(tick.label(), SIZE, false) / 2;
            if (x - half >= free) {
                canvas.text(tick.label(), x, at + TICK + SIZE + 1, Anchor.MIDDLE, SIZE);
                free = tick.label().isEmpty() ? free : x + half + APART;
            }
        }
        double y = at + TICK + 2 * SIZE + 6;
        canvas.text(title, (axis.start() + axis.end()) / 2, y, Anchor.MIDDLE, SIZE, true, Shade.BLACK);
        return y;
    }
}
