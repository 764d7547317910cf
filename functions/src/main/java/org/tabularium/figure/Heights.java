package org.tabularium.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.tabularium.figure.drawing.Axis;
import org.tabularium.statistic.RoundSteps;

/// Vertical axes with round ticks around some numbers.
final class Heights {

    private static final int MOST_TICKS = 6;
    private static final int MOST_RATIOS = 9;

    private final DoubleFunction<String> printed;

    /// @param printed a tick's number as it is printed
    Heights(DoubleFunction<String> printed) {
        this.printed = printed;
    }

    /// A linear axis from a round number at or below the least to one at or above the greatest, 0 included where they are not far
    /// from it or nothing else is there.
    Axis linear(double least, double greatest, double bottom, double top) {
        double low = least > 0 && (least < 0.6 * greatest || least == greatest) ? 0 : least;
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
    Axis logarithmic(double least, double greatest, double bottom, double top) {
        double from = StrictMath.floor(StrictMath.log10(least) + 1e-9);
        double to = Math.max(from + 1, StrictMath.ceil(StrictMath.log10(greatest) - 1e-9));
        List<Double> powers = new ArrayList<>();
        for (double power = from; power <= to; power++) {
            powers.add(StrictMath.pow(10, power));
        }
        return new Axis(StrictMath.pow(10, from), StrictMath.pow(10, to), bottom, top, Axis.Scale.LOG, ticks(powers));
    }

    /// A logarithmic axis around some ratios: its ticks are 1, 2 and 5 times powers of ten, and powers of ten alone where these
    /// are many. Ratios below 0.01 and above 100 lie beyond it.
    ///
    /// @param least above 0
    Axis ofRatios(double least, double greatest, double start, double end) {
        double low = Math.max(0.01, Math.min(least, 0.5));
        double high = Math.min(100, Math.max(greatest, 2));
        List<Double> all = new ArrayList<>();
        for (int power = -2; power <= 2; power++) {
            for (double factor : new double[]{1, 2, 5}) {
                all.add(power < 0 ? factor / StrictMath.pow(10, -power) : factor * StrictMath.pow(10, power));
            }
        }
        double from = all.stream().filter(tick -> tick <= low * (1 + 1e-9)).reduce((a, b) -> b).orElse(0.01);
        double to = all.stream().filter(tick -> tick >= high * (1 - 1e-9)).findFirst().orElse(100.0);
        List<Double> within = all.stream().filter(tick -> tick >= from && tick <= to).toList();
        boolean many = within.size() > MOST_RATIOS;
        return new Axis(from, to, start, end, Axis.Scale.LOG,
                ticks(within.stream().filter(tick -> !many || isPowerOfTen(tick)).toList()));
    }

    static boolean isPowerOfTen(double value) {
        double power = StrictMath.log10(value);
        return Math.abs(power - Math.rint(power)) < 1e-9;
    }

    private List<Axis.Tick> ticks(List<Double> values) {
        return values.stream().map(value -> new Axis.Tick(value, printed.apply(value))).toList();
    }
}
