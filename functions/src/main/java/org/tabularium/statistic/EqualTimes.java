package org.tabularium.statistic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/// Times that differ by rounding alone are one time (R's `survival::aeqSurv`).
///
/// Neighbours among the sorted distinct times are one where their difference, or it divided by the mean of the times, is at most
/// 1.49e-8; a chain of neighbours becomes its
/// least time. Times are of one analysis, all groups together, with its landmarks.
public final class EqualTimes implements DoubleUnaryOperator {

    private static final double TOLERANCE = 1.49e-8;

    private final Map<Double, Double> least = new HashMap<>();

    private EqualTimes(double[] distinct) {
        double mean = Arrays.stream(distinct).map(Math::abs).average().orElse(0);
        double first = Double.NaN;
        for (int i = 0; i < distinct.length; i++) {
            double difference = i == 0 ? Double.POSITIVE_INFINITY : distinct[i] - distinct[i - 1];
            boolean same = difference <= TOLERANCE || difference / mean <= TOLERANCE;
            first = same ? first : distinct[i];
            least.put(distinct[i], first);
        }
    }

    /// Groups times that are one.
    ///
    /// @param times finite
    public static EqualTimes of(double[] times) {
        return new EqualTimes(Arrays.stream(times).sorted().distinct().toArray());
    }

    /// The time that stands for one of them; a time that is not among them stands for itself.
    @Override
    public double applyAsDouble(double time) {
        return least.getOrDefault(time, time);
    }
}
