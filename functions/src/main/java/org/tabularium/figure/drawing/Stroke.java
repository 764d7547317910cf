package org.tabularium.figure.drawing;

import java.util.List;

/// How a line is drawn.
///
/// @param width in points
/// @param dash lengths of strokes and gaps in turn; empty for a solid line
public record Stroke(double width, List<Double> dash, Shade shade) {

    public static Stroke solid(double width, Shade shade) {
        return new Stroke(width, List.of(), shade);
    }
}
