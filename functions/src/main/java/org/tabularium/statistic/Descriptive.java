package org.tabularium.statistic;

import java.util.Arrays;
import org.tabularium.statistic.sample.ExactSum;
import org.tabularium.statistic.sample.Sample;

/// The descriptive statistics of a sample.
///
/// | statistic | formula | exists for |
/// | --- | --- | --- |
/// | mean | Σx / n | n ≥ 1 |
/// | sd | √(Σ(x − mean)² / (n − 1)) | n ≥ 2 |
/// | min, max, median, quantiles | of the sorted values | n ≥ 1 |
///
/// The mean is that of the exact sum, and the sd is taken in a second pass around it, so neither depends on the order of the
/// values nor loses digits where
/// the spread is small beside the mean. SAS and R sum in the order of the rows (R in extended precision) and may differ in the
/// last digits of a double.
///
/// With no value everything is {@link Estimate.NotEstimable}, where R gives NA, NaN or, for min and max, ±Inf with a warning;
/// so is the sd of one value, where R gives NA and SAS a missing value. What overflows a double is not estimable either.
public final class Descriptive {

    private static final Estimate NO_VALUES = new Estimate.NotEstimable("there are no values");

    private final Sample values;
    private final Estimate mean;
    private final Estimate variance;

    private Descriptive(Sample values) {
        this.values = values;
        this.mean = values.size() == 0 ? NO_VALUES : Estimate.of(meanOf(values));
        this.variance = switch (mean) {
            case Estimate.NotEstimable none -> none;
            case Estimate.Value(double centre) ->
                values.size() == 1
                        ? new Estimate.NotEstimable("variance needs at least two values")
                        : Estimate.of(variance(values, centre));
        };
    }

    /// The statistics of these values.
    ///
    /// @param values in any order, without missing values; may be empty; is not changed
    /// @throws IllegalArgumentException if a value is NaN: missing values are the caller's to count and to leave out
    public static Descriptive of(double[] values) {
        return new Descriptive(Sample.of(values));
    }

    /// The values in their order, for statistics that are classes of their own.
    public Sample values() {
        return values;
    }

    /// How many values there are.
    public int n() {
        return values.size();
    }

    /// The arithmetic mean.
    public Estimate mean() {
        return mean;
    }

    /// The standard deviation of the sample, with n − 1.
    public Estimate sd() {
        return switch (variance) {
            case Estimate.NotEstimable none ->
                values.size() == 1 ? new Estimate.NotEstimable("standard deviation needs at least two values") : none;
            case Estimate.Value(double square) -> Estimate.of(Math.sqrt(square));
        };
    }

    /// The variance of the sample, with n − 1: the square of [#sd].
    public Estimate variance() {
        return variance;
    }

    /// The third quartile less the first.
    public Estimate interquartileRange(Quantile type) {
        return difference(quantile(type, 0.75), quantile(type, 0.25));
    }

    /// The largest value less the smallest.
    public Estimate range() {
        return difference(max(), min());
    }

    private static Estimate difference(Estimate upper, Estimate lower) {
        return upper instanceof Estimate.Value(double high) && lower instanceof Estimate.Value(double low)
                ? Estimate.of(high - low)
                : NO_VALUES;
    }

    /// The smallest value.
    public Estimate min() {
        return values.size() == 0 ? NO_VALUES : Estimate.of(values.at(0));
    }

    /// The largest value.
    public Estimate max() {
        return values.size() == 0 ? NO_VALUES : Estimate.of(values.at(values.size() - 1));
    }

    /// The middle value, or the mean of the two middle ones, as R's `median` and SAS's default have it. It is the quantile at ½
    /// of types 2 and 5 to 9, whatever
    /// type the study has chosen; SAS's median follows PCTLDEF and differs under PCTLDEF 1, 2 and 3.
    public Estimate median() {
        return quantile(Quantile.TYPE_2, 0.5);
    }

    /// A quantile.
    ///
    /// @param type the definition; the default is {@link Quantile#TYPE_2}
    /// @param p 0 to 1: 0.25 is the first quartile
    /// @throws IllegalArgumentException if p is not 0 to 1
    public Estimate quantile(Quantile type, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a quantile's probability is 0 to 1, not " + p);
        }
        return values.size() == 0 ? NO_VALUES : Estimate.of(type.at(values, p));
    }

    private static double meanOf(Sample values) {
        ExactSum sum = new ExactSum();
        values.addTo(sum);
        return sum.dividedBy(values.size());
    }

    /// Two passes; the square of the deviations' own sum takes out what the rounding of the mean put in.
    private static double variance(Sample values, double mean) {
        ExactSum deviations = new ExactSum();
        ExactSum squares = new ExactSum();
        values.addDeviations(mean, deviations, squares);
        double rest = deviations.value();
        squares.add(-rest * rest / values.size());
        return squares.value() / (values.size() - 1);
    }

    /// The geometric statistics of these values.
    public Geometric geometric() {
        return Geometric.of(values);
    }

    /// Geometric statistics: those of the natural logarithms of the values above 0, brought back.
    ///
    /// With m and s the mean and standard deviation (n − 1) of the logarithms: the mean is exp(m), the coefficient of
    /// variation in percent 100 · √(exp(s²) − 1), the limits of the mean exp(m ± t · s / √n) with Student's t of n − 1
    /// degrees of freedom. Values of 0 and below have no logarithm and are left out; [#leftOut] says how many. SAS's PROC
    /// MEANS and R's `exp(mean(log(x)))` give the same; some programs take √(exp(s²) − 1) as a ratio, not in percent.
    public static final class Geometric {

        private static final double PERCENT = 100;

        private final Descriptive logarithms;
        private final int leftOut;

        private Geometric(Descriptive logarithms, int leftOut) {
            this.logarithms = logarithms;
            this.leftOut = leftOut;
        }

        private static Geometric of(Sample values) {
            double[] logarithms = new double[values.size()];
            int n = 0;
            for (int i = 0; i < values.size(); i++) {
                if (values.at(i) > 0) {
                    logarithms[n++] = StrictMath.log(values.at(i));
                }
            }
            return new Geometric(Descriptive.of(Arrays.copyOf(logarithms, n)), values.size() - n);
        }

        /// How far above the geometric mean of others this one is: the difference of the means of the logarithms, with their
        /// pooled variance and n₁ + n₂ − 2 degrees of freedom (PROC TTEST with DIST=LOGNORMAL; R's
        /// `t.test(log(x), log(y), var.equal = TRUE)`). [LinearEstimate#interval] is on the scale of logarithms.
        public LinearEstimate logarithmOver(Geometric reference) {
            Descriptive others = reference.logarithms;
            if (!(logarithms.mean() instanceof Estimate.Value(double mean))
                    || !(others.mean() instanceof Estimate.Value(double other))) {
                return LinearEstimate.none("there are no values above 0");
            }
            int freedom = logarithms.n() + others.n() - 2;
            if (freedom == 0) {
                return new LinearEstimate(RoundedProbability.of(mean - other),
                        new Estimate.NotEstimable("limits need three values above 0"), 0);
            }
            double squares = squares(logarithms) + squares(others);
            return LinearEstimate.of(mean - other,
                    Math.sqrt(squares / freedom * (1.0 / logarithms.n() + 1.0 / others.n())), freedom);
        }

        private static double squares(Descriptive of) {
            return of.variance() instanceof Estimate.Value(double variance) ? variance * (of.n() - 1) : 0;
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

        /// The limits of the geometric mean. Not estimable where all values are equal (R's `t.test` stops there).
        ///
        /// @param confidence the level, above 0 and below 1: 0.95
        public ConfidenceInterval interval(double confidence) {
            if (!(logarithms.mean() instanceof Estimate.Value(double mean))
                    || !(logarithms.sd() instanceof Estimate.Value(double sd))) {
                Estimate none = new Estimate.NotEstimable("limits need at least two values above 0");
                return new ConfidenceInterval(none, none, confidence);
            }
            if (sd == 0) {
                return ConfidenceInterval.withoutVariance(confidence);
            }
            int n = logarithms.n();
            double half = RoundedProbability.studentQuantile(confidence, n - 1) * sd / Math.sqrt(n);
            return new ConfidenceInterval(Estimate.of(StrictMath.exp(mean - half)), Estimate.of(StrictMath.exp(mean + half)),
                    confidence);
        }
    }
}
