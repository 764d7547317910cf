package org.tabularium.statistic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Round numbers along an axis: multiples of 1, 2 or 5 times a power of ten, or of what people count a unit of time in.
public final class RoundSteps {

    private static final double[] OF_MONTHS = {1, 2, 3, 6, 12, 24, 36, 60, 120};
    private static final double[] OF_WEEKS = {1, 2, 4, 8, 12, 24, 52, 104, 156, 260};
    private static final double[] OF_DAYS = {1, 2, 7, 14, 28, 56, 84, 168, 364, 728};
    private static final double TINY = 1e-9;

    private RoundSteps() {}

    /// The smallest decimal step with which a length takes no more than so many intervals.
    ///
    /// @param length above 0
    /// @param most intervals, at least 1
    public static double decimal(double length, int most) {
        double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(length / most)));
        for (double factor : new double[]{1, 2, 5}) {
            if (length / (factor * power) <= most + TINY) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /// The smallest step of a unit of time with which a length takes no more than so many intervals.
    ///
    /// @param unit `days`, `weeks`, `months` or any other, whose steps are decimal
    public static double ofTime(String unit, double length, int most) {
        String folded = unit.toLowerCase(Locale.ROOT);
        double[] usual = new double[0];
        if (folded.startsWith("month")) {
            usual = OF_MONTHS;
        } else if (folded.startsWith("week")) {
            usual = OF_WEEKS;
        } else if (folded.startsWith("day")) {
            usual = OF_DAYS;
        }
        for (double step : usual) {
            if (length / step <= most + TINY) {
                return length / step < 1 ? decimal(length, most) : step;
            }
        }
        return decimal(length, most);
    }

    /// The multiples of a step from one number to another, both of them where they are such.
    public static List<Double> multiples(double from, double to, double step) {
        List<Double> multiples = new ArrayList<>();
        long last = (long) StrictMath.floor(to / step + TINY);
        for (long i = (long) StrictMath.ceil(from / step - TINY); i <= last; i++) {
            // Divided where the step is a fraction, so that 3 · 0.1 is 0.3.
            multiples.add(step < 1 ? i / (double) StrictMath.round(1 / step) : i * step);
        }
        return multiples;
    }
}
