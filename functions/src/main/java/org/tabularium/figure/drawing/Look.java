package org.tabularium.figure.drawing;

import java.util.List;

/// How one of several series looks, told apart by dash and mark as well as by colour.
///
/// @param open whether its marks are not filled
public record Look(Shade shade, List<Double> dash, Mark mark, boolean open) {

    private static final List<Look> SERIES = List.of(
            new Look(Shade.BLACK, List.of(), Mark.CIRCLE, false),
            new Look(Shade.BLUE, List.of(6.0, 2.5), Mark.TRIANGLE, false),
            new Look(Shade.GREY, List.of(1.4, 2.0), Mark.SQUARE, false),
            new Look(Shade.BLUE, List.of(7.0, 2.0, 1.4, 2.0), Mark.DIAMOND, true),
            new Look(Shade.BLACK, List.of(3.0, 2.0), Mark.DOWN, true),
            new Look(Shade.SKY, List.of(), Mark.CIRCLE, true),
            new Look(Shade.GREY, List.of(10.0, 3.0), Mark.TRIANGLE, true),
            new Look(Shade.BLUE, List.of(1.4, 3.5), Mark.SQUARE, true));

    /// The look of a series by its place.
    public static Look of(int series) {
        return SERIES.get(series % SERIES.size());
    }

    public Stroke stroke(double width) {
        return new Stroke(width, dash, shade);
    }
}
