package org.tabularium.figure.drawing;

import java.util.List;

/// How one of several series looks, told apart by dash and mark as well as by colour, so that prints in grey tell them apart too.
///
/// @param open whether its marks are not filled
/// @param hatch of its bars
/// @param weight of its line
public record Look(Shade shade, List<Double> dash, Mark mark, boolean open, Hatch hatch, Weight weight) {

    private static final List<Look> SERIES = List.of(
            new Look(Shade.BLACK, List.of(), Mark.CIRCLE, false),
            new Look(Shade.BLUE, List.of(6.0, 2.5), Mark.TRIANGLE, false),
            new Look(Shade.GREY, List.of(1.4, 2.0), Mark.SQUARE, false),
            new Look(Shade.BLUE, List.of(7.0, 2.0, 1.4, 2.0), Mark.DIAMOND, true),
            new Look(Shade.BLACK, List.of(3.0, 2.0), Mark.DOWN, true),
            new Look(Shade.SKY, List.of(), Mark.CIRCLE, true),
            new Look(Shade.GREY, List.of(10.0, 3.0), Mark.TRIANGLE, true),
            new Look(Shade.BLUE, List.of(1.4, 3.5), Mark.SQUARE, true),
            new Look(Shade.BLACK, List.of(10.0, 2.0, 1.4, 2.0, 1.4, 2.0), Mark.DIAMOND, false),
            new Look(Shade.SKY, List.of(6.0, 2.5), Mark.DOWN, false),
            new Look(Shade.GREY, List.of(3.0, 2.0, 1.4, 2.0), Mark.STAR, false),
            new Look(Shade.SKY, List.of(1.4, 2.0), Mark.CROSS, false));

    /// Tints as far from each other as they can be, then lines on them; the colour is the second arm's, as of lines.
    private static final List<Look> BARS = List.of(bar(Shade.SILVER, Hatch.NONE), bar(Shade.BLUE, Hatch.NONE),
            bar(Shade.WHITE, Hatch.NONE), bar(Shade.BLACK, Hatch.NONE), bar(Shade.WHITE, Hatch.RISING),
            bar(Shade.SKY, Hatch.FALLING), bar(Shade.WHITE, Hatch.CROSSED), bar(Shade.SILVER, Hatch.RISING),
            bar(Shade.WHITE, Hatch.FALLING), bar(Shade.SKY, Hatch.NONE), bar(Shade.SILVER, Hatch.CROSSED),
            bar(Shade.SKY, Hatch.RISING));

    /// How heavy a line is: what stands behind others, what is usual, and what others must not hide.
    public enum Weight {
        THIN, USUAL, THICK
    }

    public Look(Shade shade, List<Double> dash, Mark mark, boolean open) {
        this(shade, dash, mark, open, Hatch.NONE, Weight.USUAL);
    }

    private static Look bar(Shade shade, Hatch hatch) {
        return new Look(shade, List.of(), Mark.SQUARE, false, hatch, Weight.USUAL);
    }

    /// The look of a series by its place.
    public static Look of(int series) {
        return SERIES.get(series % SERIES.size());
    }

    /// The look of bars by the place of their series.
    public static Look ofBars(int series) {
        return BARS.get(series % BARS.size());
    }

    /// The same with a line of another weight.
    public Look weighing(Weight other) {
        return new Look(shade, dash, mark, open, hatch, other);
    }

    public Stroke stroke(double width) {
        return new Stroke(width, dash, shade);
    }
}
