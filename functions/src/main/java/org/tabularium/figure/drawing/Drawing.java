package org.tabularium.figure.drawing;

import java.util.List;

/// A figure on its sheet: every format draws exactly this, in this order.
///
/// @param width in points
/// @param height in points
/// @param alternative what is to be seen, for those who do not see it
public record Drawing(double width, double height, List<Shape> shapes, String alternative) {

    /// A sheet with nothing on it.
    public static final Drawing EMPTY = new Drawing(0, 0, List.of(), "");

    /// The smallest letters, in points.
    public static final double SMALLEST = 8;
}
