package org.tabularium.figure.drawing;

import java.util.List;

/// A figure in the numbers of its axes, for formats that draw charts themselves and let people change them.
///
/// @param name of the panel; empty where there is one
/// @param series in the order in which they are drawn
public record Chart(String name, Side x, Side y, List<Series> series) {

    /// An axis.
    ///
    /// @param title empty for none
    /// @param step between ticks
    public record Side(String title, double from, double to, double step, boolean log) {}

    /// Points that belong together; a NaN of y breaks the line.
    ///
    /// @param named whether it is in the legend
    /// @param form how it is drawn
    public record Series(String name, boolean named, Form form, Look look, List<Point> points) {}

    /// How points are drawn.
    public enum Form {
        LINE, POINTS, LINE_AND_POINTS,
        /// From zero to each point's y.
        BARS
    }
}
