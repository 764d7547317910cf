package org.tabularium.statistic;

import java.util.Arrays;
import org.tabularium.statistic.sample.Sample;

/// Geometric statistics: those of the natural logarithms of the values above 0, brought back.
///
/// With m and s the mean and standard deviation (n − 1) of the logarithms: the mean is exp(m), the coefficient of variation in
/// percent 100 · √(exp(s²) − 1), the limits of the mean exp(m ± t · s / √n) with Student's t of n − 1 degrees of freedom. Values
/// of 0 and below have no logarithm and are left out; [#leftOut] says how many. SAS's PROC MEANS and R's `exp(mean(log(x)))` give
/// the same; some programs take √(exp(s²) − 1) as a ratio, not in percent.
public final class Geometric {

    private static final double PERCENT = 100;

    private final Descriptive logarithms;
    private final int leftOut;

    private Geometric(Descriptive logarithms, int leftOut) {
        this.logarithms = logarithms;
        this.leftOut = leftOut;
    }

    /// The statistics of these values.
    public static Geometric of(Sample values) {
        double[] logarithms = new double[values.size()];
        int n = 0;
        for (int i = 0; i < values.size(); i++) {
            if (values.at(i) > 0) {
                logarithms[n++] = StrictMath.log(values.at(i));
            }
        }
        return new Geometric(Descriptive.of(Arrays.copyOf(logarithms, n)), values.size() - n);
    }

    /// How many values are 0 or below.
    public int leftOut() {
        return leftOut;
    }

    /// The geometric mean.
    public Estimate mean() {
        return logarithms.mean() instanceof Estimate.Value(double mean)
                ? Estimate.of(StrictMath.exp(mean))
                : new Estimate.NotEstimable("there are no values above 0");
    }

    /// The geometric coefficient of variation, in percent.
    public Estimate variation() {
        return logarithms.sd() instanceof Estimate.Value(double sd)
                ? Estimate.of(PERCENT * StrictMath.sqrt(StrictMath.expm1(sd * sd)))
                : new Estimate.NotEstimable("a coefficient of variation needs at least two values above 0");
    }

    /// The limits of the geometric mean.
    ///
    /// @param confidence the level, above 0 and below 1: 0.95
    public ConfidenceInterval interval(double confidence) {
        if (!(logarithms.mean() instanceof Estimate.Value(double mean))
                || !(logarithms.sd() instanceof Estimate.Value(double sd))) {
            Estimate none = new Estimate.NotEstimable("limits need at least two values above 0");
            return new ConfidenceInterval(none, none, confidence);
        }
        int n = logarithms.n();
        double half = RoundedProbability.studentQuantile(confidence, n - 1) * sd / Math.sqrt(n);
        return new ConfidenceInterval(Estimate.of(StrictMath.exp(mean - half)), Estimate.of(StrictMath.exp(mean + half)),
                confidence);
    }
}
