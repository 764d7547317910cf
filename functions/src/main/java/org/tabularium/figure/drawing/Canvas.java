package org.tabularium.figure.drawing;

import java.util.ArrayList;
import java.util.List;
import org.tabularium.figure.drawing.Shape.Anchor;

/// A sheet while it is drawn on.
public final class Canvas {

    private static final double STAR_INNER = 0.42;
    /// From one line of a hatching to the next, along the edge.
    private static final double HATCH = 4;

    private final List<Shape> shapes = new ArrayList<>();

    /// The drawing of all that is on the sheet.
    public Drawing drawing(double width, double height, String alternative) {
        return new Drawing(width, height, List.copyOf(shapes), alternative);
    }

    public void line(double fromX, double fromY, double toX, double toY, Stroke stroke) {
        path(List.of(new Point(fromX, fromY), new Point(toX, toY)), stroke);
    }

    public void path(List<Point> points, Stroke stroke) {
        if (points.size() > 1) {
            shapes.add(new Shape.Path(List.copyOf(points), false, null, stroke));
        }
    }

    public void area(List<Point> points, Shade fill) {
        shapes.add(new Shape.Path(List.copyOf(points), true, fill, null));
    }

    /// An area with an edge.
    public void area(List<Point> points, Shade fill, Stroke edge) {
        shapes.add(new Shape.Path(List.copyOf(points), true, fill, edge));
    }

    public void rectangle(double left, double top, double width, double height, Shade fill) {
        area(corners(left, top, width, height), fill);
    }

    public void frame(double left, double top, double width, double height, Shade fill, Stroke stroke) {
        shapes.add(new Shape.Path(corners(left, top, width, height), true, fill, stroke));
    }

    /// Lines across a rectangle, which tell it from others of its shade.
    public void hatch(double left, double top, double width, double height, Hatch hatch, Stroke stroke) {
        if (hatch == Hatch.RISING || hatch == Hatch.CROSSED) {
            hatch(left, top, width, height, true, stroke);
        }
        if (hatch == Hatch.FALLING || hatch == Hatch.CROSSED) {
            hatch(left, top, width, height, false, stroke);
        }
    }

    /// Lines at half a right angle: where each enters the rectangle, and where it leaves it.
    private void hatch(double left, double top, double width, double height, boolean rising, Stroke stroke) {
        for (double along = HATCH / 2; along < width + height; along += HATCH) {
            double from = Math.max(0, along - height);
            double to = Math.min(along, width);
            double start = rising ? along - from : height - along + from;
            double end = rising ? along - to : height - along + to;
            line(left + from, top + start, left + to, top + end, stroke);
        }
    }

    private static List<Point> corners(double left, double top, double width, double height) {
        return List.of(new Point(left, top), new Point(left + width, top), new Point(left + width, top + height),
                new Point(left, top + height));
    }

    public void text(String text, double x, double y, Anchor anchor, double size) {
        text(text, x, y, anchor, size, false, Shade.BLACK);
    }

    public void text(String text, double x, double y, Anchor anchor, double size, boolean bold, Shade shade) {
        if (!text.isEmpty()) {
            shapes.add(new Shape.Text(text, new Point(x, y), anchor, size, bold, shade));
        }
    }

    /// A text of several lines, the first of them at `y`.
    public void lines(List<String> lines, double x, double y, Anchor anchor, double size, double lineHeight) {
        for (int i = 0; i < lines.size(); i++) {
            text(lines.get(i), x, y + i * lineHeight, anchor, size);
        }
    }

    /// A mark.
    ///
    /// @param radius of the circle that it fits in
    /// @param open whether it is white inside
    public void mark(Mark mark, double x, double y, double radius, Shade shade, boolean open) {
        Stroke edge = Stroke.solid(0.9, shade);
        Shade fill = open ? Shade.WHITE : shade;
        switch (mark) {
            case CIRCLE -> shapes.add(new Shape.Circle(new Point(x, y), radius * 0.88, fill, edge));
            case TRIANGLE -> closed(polygon(x, y + radius * 0.15, radius * 1.12, 3, -90, 1), fill, edge);
            case DOWN -> closed(polygon(x, y - radius * 0.15, radius * 1.12, 3, 90, 1), fill, edge);
            case SQUARE -> closed(polygon(x, y, radius * 1.1, 4, 45, 1), fill, edge);
            case DIAMOND -> closed(polygon(x, y, radius * 1.15, 4, 0, 1), fill, edge);
            case STAR -> closed(polygon(x, y, radius * 1.25, 10, -90, STAR_INNER), fill, edge);
            case CROSS -> {
                double r = radius * 0.8;
                Stroke stroke = Stroke.solid(1.4, shade);
                line(x - r, y - r, x + r, y + r, stroke);
                line(x - r, y + r, x + r, y - r, stroke);
            }
            case DAGGER -> {
                Stroke stroke = Stroke.solid(Math.min(1.3, radius * 0.33), shade);
                line(x, y - radius, x, y + radius * 1.2, stroke);
                line(x - radius * 0.62, y - radius * 0.4, x + radius * 0.62, y - radius * 0.4, stroke);
            }
            case TICK -> line(x, y - radius, x, y + radius, Stroke.solid(0.9, shade));
            case ARROW -> closed(List.of(new Point(x, y - radius * 0.8), new Point(x + radius * 1.4, y),
                    new Point(x, y + radius * 0.8)), shade, edge);
        }
    }

    private void closed(List<Point> points, Shade fill, Stroke edge) {
        shapes.add(new Shape.Path(points, true, fill, edge));
    }

    /// @param inner the radius of every second corner, as a share
    private static List<Point> polygon(double x, double y, double radius, int corners, double firstDegrees, double inner) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            double angle = StrictMath.toRadians(firstDegrees + 360.0 * i / corners);
            double r = i % 2 == 0 ? radius : radius * inner;
            points.add(new Point(x + r * StrictMath.cos(angle), y + r * StrictMath.sin(angle)));
        }
        return points;
    }
}
