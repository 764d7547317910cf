package org.tabularium.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tabularium.figure.drawing.Apart;
import org.tabularium.figure.drawing.Axis;
import org.tabularium.figure.drawing.Canvas;
import org.tabularium.figure.drawing.FontWidths;
import org.tabularium.figure.drawing.Lines;
import org.tabularium.figure.drawing.Point;
import org.tabularium.figure.drawing.Shade;
import org.tabularium.figure.drawing.Shape.Anchor;
import org.tabularium.figure.drawing.Stroke;

/// The names of lines: beside a line's end, above or below it, wherever nothing is drawn; else at the edge of the plot, below
/// each other, with a dotted line leading there.
///
/// @param drawn the lines that names must not lie on
record LineNames(List<List<Point>> drawn, double size) {

    /// What leads to a name: fainter than anything that stands for values.
    static final Stroke LEADER = new Stroke(0.5, List.of(0.8, 2.2), Shade.SILVER);
    /// From a line's end to its name, and from the edge of the plot.
    private static final double BESIDE = 3.5;
    private static final double EDGE = 7;
    private static final double AROUND = 0.8;
    private static final double ABOVE = 0.75;
    private static final double BELOW = 0.22;

    /// A rectangle that a name fills.
    private record Box(double left, double top, double right, double bottom) {

        boolean touches(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        /// Whether a straight line from one point to another goes through it (Liang and Barsky 1984).
        boolean isCrossed(Point from, Point to) {
            double dx = to.x() - from.x();
            double dy = to.y() - from.y();
            double enters = 0;
            double leaves = 1;
            double[][] sides = {{-dx, from.x() - left}, {dx, right - from.x()}, {-dy, from.y() - top}, {dy, bottom - from.y()}};
            for (double[] side : sides) {
                if (side[0] == 0 && side[1] < 0) {
                    return false;
                }
                if (side[0] < 0) {
                    enters = Math.max(enters, side[1] / side[0]);
                } else if (side[0] > 0) {
                    leaves = Math.min(leaves, side[1] / side[0]);
                }
            }
            return enters <= leaves;
        }
    }

    /// Writes the names.
    ///
    /// @param ends where the line of each ends
    /// @param room for a name at the edge
    void write(Canvas canvas, List<String> names, List<Point> ends, Axis x, Axis y, double room) {
        List<Box> taken = new ArrayList<>();
        List<Integer> atEdge = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Optional<Point> free = around(name, ends.get(i)).stream().filter(at -> {
                Box box = box(name, at);
                return box.left > x.start() && box.right < x.end() && box.top > y.end() && box.bottom < y.start()
                        && isFree(box, taken);
            }).findFirst();
            if (free.isPresent()) {
                taken.add(box(name, free.get()));
                canvas.text(name, free.get().x(), free.get().y(), Anchor.START, size);
            } else {
                atEdge.add(i);
            }
        }
        double[] places = Apart.by(size + AROUND, y.end() + 3, y.start() - 2,
                atEdge.stream().mapToDouble(i -> ends.get(i).y()).toArray());
        for (int i = 0; i < places.length; i++) {
            Point end = ends.get(atEdge.get(i));
            canvas.line(end.x() + 2, end.y(), x.end() + EDGE - 2, places[i], LEADER);
            canvas.text(Lines.end(names.get(atEdge.get(i)), room, size), x.end() + EDGE, places[i] + size * 0.35, Anchor.START,
                    size);
        }
    }

    /// Where the base line of a name may begin, the best place first.
    private List<Point> around(String name, Point end) {
        double middle = end.x() - FontWidths.of(name, size, false) / 2;
        double above = end.y() - size * BELOW - BESIDE;
        double below = end.y() + size * ABOVE + BESIDE;
        return List.of(new Point(end.x() + BESIDE, end.y() + size * 0.35), new Point(end.x() + BESIDE, above),
                new Point(end.x() + BESIDE, below), new Point(middle, above), new Point(middle, below));
    }

    private Box box(String name, Point base) {
        return new Box(base.x() - AROUND, base.y() - size * ABOVE - AROUND, base.x() + FontWidths.of(name, size, false) + AROUND,
                base.y() + size * BELOW + AROUND);
    }

    private boolean isFree(Box box, List<Box> taken) {
        if (taken.stream().anyMatch(box::touches)) {
            return false;
        }
        for (List<Point> line : drawn) {
            for (int i = 0; i < line.size(); i++) {
                if (box.isCrossed(line.get(i), line.get(Math.max(0, i - 1)))) {
                    return false;
                }
            }
        }
        return true;
    }
}
