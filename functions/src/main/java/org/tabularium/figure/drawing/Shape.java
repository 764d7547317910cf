package org.tabularium.figure.drawing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a sheet is drawn of, in points from its upper left corner.
public sealed interface Shape {

    /// Straight lines from point to point.
    ///
    /// @param closed whether the last point joins the first
    /// @param fill null for none
    /// @param stroke null for none
    record Path(List<Point> points, boolean closed, @Nullable Shade fill, @Nullable Stroke stroke) implements Shape {}

    /// A circle.
    record Circle(Point centre, double radius, @Nullable Shade fill, @Nullable Stroke stroke) implements Shape {}

    /// A line of text.
    ///
    /// @param at where its anchor stands on the base line
    /// @param size of the letters, at least 8
    record Text(String text, Point at, Anchor anchor, double size, boolean bold, Shade shade) implements Shape {

        /// Its left end.
        public double left() {
            return switch (anchor) {
                case START -> at.x();
                case MIDDLE -> at.x() - width() / 2;
                case END -> at.x() - width();
            };
        }

        public double width() {
            return FontWidths.of(text, size, bold);
        }
    }

    /// Which part of a text stands at its place.
    enum Anchor {
        START, MIDDLE, END
    }
}
