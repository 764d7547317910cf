package org.tabularium.figure.drawing;

import java.util.List;

/// An axis: numbers to places on the sheet.
///
/// @param from the number at its beginning
/// @param to the number at its end, another than `from`
/// @param start where it begins on the sheet
/// @param end where it ends
/// @param scale how numbers are spaced
/// @param ticks in order
public record Axis(double from, double to, double start, double end, Scale scale, List<Tick> ticks) {

    /// How numbers are spaced; those of LOG are above 0.
    public enum Scale {
        LINEAR, LOG
    }

    /// A number with its label.
    public record Tick(double value, String label) {}

    /// Where a number stands.
    public double at(double value) {
        double share = switch (scale) {
            case LINEAR -> (value - from) / (to - from);
            case LOG -> StrictMath.log(value / from) / StrictMath.log(to / from);
        };
        return start + share * (end - start);
    }
}
