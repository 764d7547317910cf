package org.tabularium.figure;

import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.tabularium.figure.drawing.Axis;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.study.ValueText;

/// The numbers of an axis as they are printed, for charts that people can change: office programs have the decimal mark of their
/// language, whatever the number's format, so that numbers with another one stand as names in their place.
final class PrintedTicks {

    private PrintedTicks() {}

    /// The names left of the vertical axis; none where the program's own numbers are the same.
    ///
    /// @param from where the horizontal axis begins
    static List<Chart.Series> left(String title, Axis axis, double from) {
        return areOwn(axis) ? List.of() : List.of(Chart.Series.heights(title, from, names(axis)));
    }

    /// The names below the horizontal axis; none where the program's own numbers are the same.
    ///
    /// @param from where the vertical axis begins
    static List<Chart.Series> below(String title, Axis axis, double from) {
        return areOwn(axis) ? List.of() : List.of(Chart.Series.columns(title, from, names(axis)));
    }

    /// On a logarithmic axis programs have numbers at powers of ten alone.
    private static boolean areOwn(Axis axis) {
        return axis.ticks().stream().allMatch(tick -> tick.label().equals(ValueText.number(tick.value()).replace('-', '−'))
                && (axis.scale() == Axis.Scale.LINEAR || Heights.isPowerOfTen(tick.value())));
    }

    private static SequencedMap<Double, String> names(Axis axis) {
        SequencedMap<Double, String> names = new TreeMap<>();
        axis.ticks().forEach(tick -> names.put(tick.value(), tick.label()));
        return names;
    }

    /// Between the ticks of a linear axis.
    static double step(Axis axis) {
        boolean even = axis.scale() == Axis.Scale.LINEAR && axis.ticks().size() > 1;
        return even ? axis.ticks().get(1).value() - axis.ticks().get(0).value() : 0;
    }
}
