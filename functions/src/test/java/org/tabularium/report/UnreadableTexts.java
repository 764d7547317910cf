package org.tabularium.report;

import java.util.ArrayList;
import java.util.List;
import org.tabularium.figure.drawing.Drawing;
import org.tabularium.figure.drawing.Point;
import org.tabularium.figure.drawing.Shape;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Figure;

/// What of a drawing cannot be read, by the boxes of its texts.
final class UnreadableTexts {

    private static final double TOUCHING = 0.2;
    /// Of a letter's size: how far it reaches above and below its line.
    private static final double ABOVE = 0.74;
    private static final double BELOW = 0.21;
    /// What a figure's number, title and population take at most of a page, and half of a line's width.
    private static final double TITLES = 66;
    private static final double EDGE = 1;

    private UnreadableTexts() {}

    /// The box of a text.
    private record Box(String text, double left, double top, double right, double bottom) {

        static Box of(Shape.Text text) {
            return new Box(text.text(), text.left(), text.at().y() - ABOVE * text.size(), text.left() + text.width(),
                    text.at().y() + BELOW * text.size());
        }

        boolean overlaps(Box other) {
            return left < other.right - TOUCHING && other.left < right - TOUCHING && top < other.bottom - TOUCHING - 1
                    && other.top < bottom - TOUCHING - 1;
        }
    }

    /// Texts that lie over each other, are too small, or outside the sheet; lines and marks outside it; a sheet that is scaled
    /// down on its page.
    static List<String> of(Figure figure) {
        Drawing drawing = figure.drawing();
        List<String> unreadable = new ArrayList<>();
        List<Box> boxes = new ArrayList<>();
        for (Shape shape : drawing.shapes()) {
            switch (shape) {
                case Shape.Text text -> {
                    Box box = Box.of(text);
                    boxes.stream().filter(box::overlaps).forEach(o -> unreadable.add(text.text() + " lies over " + o.text()));
                    boxes.add(box);
                    if (text.size() < Drawing.SMALLEST) {
                        unreadable.add(text.text() + " is too small");
                    }
                    if (isOutside(drawing, new Point(box.left, box.top), TOUCHING)
                            || isOutside(drawing, new Point(box.right, box.bottom), TOUCHING)) {
                        unreadable.add(text.text() + " is outside");
                    }
                }
                case Shape.Path path -> path.points().stream().filter(point -> isOutside(drawing, point, EDGE))
                        .forEach(point -> unreadable.add("a line is outside at " + point));
                case Shape.Circle circle -> {
                    if (isOutside(drawing, circle.centre(), EDGE)) {
                        unreadable.add("a mark is outside at " + circle.centre());
                    }
                }
            }
        }
        PageLayout page = figure.layout();
        double portrait = page.shorter() - 2 * page.margin();
        double height = (drawing.width() <= portrait + EDGE ? page.longer() : page.shorter()) - 2 * page.margin() - TITLES;
        if (drawing.height() > height) {
            unreadable.add("the sheet is " + drawing.height() + " points high, and the page has room for " + height);
        }
        return unreadable;
    }

    private static boolean isOutside(Drawing drawing, Point point, double by) {
        return Double.isNaN(point.x()) || Double.isNaN(point.y()) || point.x() < -by || point.y() < -by
                || point.x() > drawing.width() + by || point.y() > drawing.height() + by;
    }
}
