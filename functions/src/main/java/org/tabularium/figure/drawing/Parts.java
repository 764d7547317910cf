package org.tabularium.figure.drawing;

import java.util.ArrayList;
import java.util.List;

/// A drawing that is higher than a page, cut into parts, one a page: its letters keep their size.
///
/// It is cut where no text stands, in the lower half of the page, through as few boxes as possible, then through as few lines,
/// then as far below as possible. What is cut goes on at the top of the next part.
public final class Parts {

    private static final double STEP = 1;
    /// A page is filled by so much at least.
    private static final double FILLED = 0.5;
    /// What of a letter's size stands above its base line, and below.
    private static final double ABOVE = 0.85;
    private static final double BELOW = 0.3;
    private static final double OF_TEXT = 1e6;
    private static final double OF_BOX = 100;

    private Parts() {}

    /// The parts from above to below; the drawing itself where it is no higher than a page.
    ///
    /// @param most the height of a page
    public static List<Drawing> of(Drawing drawing, double most) {
        List<Drawing> parts = new ArrayList<>();
        double from = 0;
        while (drawing.height() - from > most) {
            double to = cut(drawing, from, most);
            parts.add(part(drawing, from, to));
            from = to;
        }
        parts.add(from > 0 ? part(drawing, from, drawing.height()) : drawing);
        return parts;
    }

    private static double cut(Drawing drawing, double from, double most) {
        double best = from + most;
        double least = Double.POSITIVE_INFINITY;
        for (double y = from + most; y >= from + most * FILLED; y -= STEP) {
            double cost = cost(drawing, y);
            if (cost < least) {
                least = cost;
                best = y;
            }
        }
        return best;
    }

    /// What it costs to cut there.
    private static double cost(Drawing drawing, double y) {
        double cost = 0;
        for (Shape shape : drawing.shapes()) {
            cost += switch (shape) {
                case Shape.Text text ->
                    crosses(text.at().y() - ABOVE * text.size(), text.at().y() + BELOW * text.size(), y, OF_TEXT);
                case Shape.Circle circle ->
                    crosses(circle.centre().y() - circle.radius(), circle.centre().y() + circle.radius(), y,
                            OF_TEXT);
                case Shape.Path path -> crosses(path.points().stream().mapToDouble(Point::y).min().orElse(0),
                        path.points().stream().mapToDouble(Point::y).max().orElse(0), y, path.closed() ? OF_BOX : 1);
            };
        }
        return cost;
    }

    private static double crosses(double top, double bottom, double y, double cost) {
        return top < y && y < bottom ? cost : 0;
    }

    private static Drawing part(Drawing drawing, double from, double to) {
        List<Shape> shapes = new ArrayList<>();
        for (Shape shape : drawing.shapes()) {
            switch (shape) {
                case Shape.Text text -> {
                    if (isIn(text.at().y(), from, to)) {
                        shapes.add(new Shape.Text(text.text(), moved(text.at(), from), text.anchor(), text.size(), text.bold(),
                                text.shade()));
                    }
                }
                case Shape.Circle circle -> {
                    if (isIn(circle.centre().y(), from, to)) {
                        shapes.add(
                                new Shape.Circle(moved(circle.centre(), from), circle.radius(), circle.fill(), circle.stroke()));
                    }
                }
                case Shape.Path path -> clipped(path, from, to).forEach(points -> shapes.add(new Shape.Path(
                        points.stream().map(point -> moved(point, from)).toList(), path.closed(), path.fill(), path.stroke())));
            }
        }
        return new Drawing(drawing.width(), to - from, shapes, drawing.alternative());
    }

    private static boolean isIn(double y, double from, double to) {
        return y >= from && y < to;
    }

    private static Point moved(Point point, double up) {
        return new Point(point.x(), point.y() - up);
    }

    /// What of a path lies between two heights: an area as one, a line in as many pieces as it has there.
    private static List<List<Point>> clipped(Shape.Path path, double from, double to) {
        if (path.closed()) {
            List<Point> area = above(above(path.points(), to, 1), -from, -1);
            return area.size() > 1 ? List.of(area) : List.of();
        }
        List<List<Point>> pieces = new ArrayList<>();
        List<Point> piece = new ArrayList<>();
        for (int i = 0; i + 1 < path.points().size(); i++) {
            Point start = path.points().get(i);
            Point end = path.points().get(i + 1);
            Point first = within(start, end, from, to);
            Point last = within(end, start, from, to);
            boolean outside = Math.max(start.y(), end.y()) < from || Math.min(start.y(), end.y()) > to;
            if (outside || first.equals(last)) {
                continue;
            }
            if (piece.isEmpty() || !piece.getLast().equals(first)) {
                piece = new ArrayList<>(List.of(first));
                pieces.add(piece);
            }
            piece.add(last);
        }
        return pieces;
    }

    /// The end of a line from one point to another, or where the line enters.
    private static Point within(Point end, Point other, double from, double to) {
        double y = Math.clamp(end.y(), from, to);
        return y == end.y() ? end : at(end, other, y);
    }

    private static Point at(Point one, Point other, double y) {
        return new Point(one.x() + (other.x() - one.x()) * (y - one.y()) / (other.y() - one.y()), y);
    }

    /// The part of an area at or above a height (Sutherland and Hodgman 1974).
    ///
    /// @param sign −1 for the part at or below it, of the negative height
    private static List<Point> above(List<Point> area, double height, int sign) {
        List<Point> kept = new ArrayList<>();
        for (int i = 0; i < area.size(); i++) {
            Point point = area.get(i);
            Point next = area.get((i + 1) % area.size());
            boolean in = sign * point.y() <= height;
            if (in) {
                kept.add(point);
            }
            if (in != sign * next.y() <= height) {
                kept.add(at(point, next, sign * height));
            }
        }
        return kept;
    }
}
