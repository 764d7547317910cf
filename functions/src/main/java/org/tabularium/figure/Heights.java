package org.tabularium.figure;

import java.util.ArrayList;
import java.util.List;
import org.tabularium.figure.drawing.Axis;
import org.tabularium.statistic.RoundSteps;
import org.tabularium.study.ValueText;

/// Vertical axes with round ticks around some numbers.
final class Heights {

    private static final int MOST_TICKS = 6;

    private Heights() {}

    /// A linear axis from a round number at or below the least to one at or above the greatest, 0 included where they are not far
    /// from it.
    static Axis linear(double least, double greatest, double bottom, double top) {
        double low = least > 0 && least < 0.6 * greatest ? 0 : least;
        double high = greatest < 0 ? 0 : greatest;
        double length = high > low ? high - low : Math.max(1, Math.abs(high));
        double step = RoundSteps.decimal(length, MOST_TICKS);
        double from = StrictMath.floor(low / step + 1e-9) * step;
        double to = StrictMath.ceil((high > low ? high : low + length) / step - 1e-9) * step;
        return new Axis(from, to, bottom, top, Axis.Scale.LINEAR, ticks(RoundSteps.multiples(from, to, step)));
    }

    /// A logarithmic axis over whole powers of ten.
    ///
    /// @param least above 0
    static Axis logarithmic(double least, double greatest, double bottom, double top) {
        double from = StrictMath.floor(StrictMath.log10(least) + 1e-9);
        double to = Math.max(from + 1, StrictMath.ceil(StrictMath.log10(greatest) - 1e-9));
        List<Double> powers = new ArrayList<>();
        for (double power = from; power <= to; power++) {
            powers.add(StrictMath.pow(10, power));
        }
        return new Axis(StrictMath.pow(10, from), StrictMath.pow(10, to), bottom, top, Axis.Scale.LOG, ticks(powers));
    }

    private static List<Axis.Tick> ticks(List<Double> values) {
        return values.stream().map(value -> new Axis.Tick(value, ValueText.number(value).replace('-', '−'))).toList();
    }
}
