package org.tabularium.figure;

import java.util.Arrays;
import java.util.List;
import org.tabularium.figure.drawing.Axis;
import org.tabularium.figure.drawing.Canvas;
import org.tabularium.figure.drawing.FontWidths;
import org.tabularium.figure.drawing.Lines;
import org.tabularium.figure.drawing.Shade;
import org.tabularium.figure.drawing.Shape.Anchor;
import org.tabularium.figure.drawing.Stroke;

/// Axes as all figures have them: thin, ticks outside, the title of the vertical one above it, where it is read first.
final class Axes {

    static final double SIZE = 8.5;
    static final Stroke LINE = Stroke.solid(0.7, Shade.BLACK);

    private static final double TICK = 3.5;
    private static final int TITLE_LINES = 2;
    private static final double LINE_HEIGHT = 10;
    /// Between the numbers of neighbouring ticks.
    private static final double APART = 2;

    private Axes() {}

    /// Where labels below an axis stand, from left to right: in the first of some lines where they touch none.
    static final class Labels {

        private final double[] free;
        private final double apart;

        /// @param lines how many there are
        Labels(int lines, double apart) {
            this.free = new double[lines];
            this.apart = apart;
            Arrays.fill(free, Double.NEGATIVE_INFINITY);
        }

        /// The line of a label, from 0; −1 where it has none.
        int place(double middle, double width) {
            for (int line = 0; line < free.length; line++) {
                if (middle - width / 2 >= free[line]) {
                    free[line] = middle + width / 2 + apart;
                    return line;
                }
            }
            return -1;
        }
    }

    /// The lines of a vertical axis's title.
    static List<String> title(String title, double room) {
        return Lines.of(title, room + TICK, SIZE, true, TITLE_LINES);
    }

    /// How much higher a title stands than one of a single line.
    static double higher(List<String> title) {
        return Math.max(0, title.size() - 1) * LINE_HEIGHT;
    }

    /// The vertical axis at the left, its title above.
    static void left(Canvas canvas, Axis axis, double at, List<String> title) {
        canvas.line(at, axis.start(), at, axis.end(), LINE);
        for (Axis.Tick tick : axis.ticks()) {
            double y = axis.at(tick.value());
            canvas.line(at - TICK, y, at, y, LINE);
            canvas.text(tick.label(), at - TICK - 3, y + SIZE * 0.34, Anchor.END, SIZE);
        }
        title(canvas, title, at, Math.min(axis.start(), axis.end()) - 8);
    }

    /// The title of a vertical axis, its last line at a height.
    static void title(Canvas canvas, List<String> title, double at, double height) {
        double y = height - higher(title);
        for (String line : title) {
            canvas.text(line, at - TICK, y, Anchor.START, SIZE, true, Shade.BLACK);
            y += LINE_HEIGHT;
        }
    }

    /// The horizontal axis, its title centred below; the number of a tick that would touch the one before is left out.
    ///
    /// @return where its title ends
    static double below(Canvas canvas, Axis axis, double at, String title) {
        return below(canvas, axis, at, title, new Labels(1, APART));
    }

    /// The same, where a number that would touch the one before stands lower.
    static double below(Canvas canvas, Axis axis, double at, String title, Labels labels) {
        canvas.line(axis.start(), at, axis.end(), at, LINE);
        double lowest = at + TICK + SIZE + 1;
        for (Axis.Tick tick : axis.ticks()) {
            double x = axis.at(tick.value());
            canvas.line(x, at, x, at + TICK, LINE);
            int line = tick.label().isEmpty() ? -1 : labels.place(x, FontWidths.of(tick.label(), SIZE, false));
            if (line >= 0) {
                double y = at + TICK + SIZE + 1 + line * (SIZE + 1);
                canvas.text(tick.label(), x, y, Anchor.MIDDLE, SIZE);
                lowest = Math.max(lowest, y);
            }
        }
        double y = lowest + SIZE + 5;
        canvas.text(title, (axis.start() + axis.end()) / 2, y, Anchor.MIDDLE, SIZE, true, Shade.BLACK);
        return y;
    }
}
