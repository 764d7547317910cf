package org.tabularium.statistic.proportion;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;
import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.RoundedProbability;

/// Two-sided confidence intervals of a binomial proportion x / n. Below, α = 1 − confidence and z is the 1 − α/2 quantile of the
/// standard normal
/// distribution. Source of the methods' names and of the choices at x = 0 and x = n: L. D. Brown, T. T. Cai, A. DasGupta,
/// Interval estimation for a
/// binomial proportion, Statistical Science 16 (2001) 101-133.
///
/// All methods lie in 0 to 1. With n = 0 both limits are not estimable (R's `binom.test` stops, SAS prints nothing).
///
/// Limits are rounded to 12 significant digits. They come out of an iteration over functions (logarithm, exponential) whose last
/// bits a processor's own
/// instructions may change; what is published must not show them.
@SuppressWarnings("ImmutableEnumChecker") // formulas hold nothing
public enum ProportionInterval {
    /// Clopper and Pearson's "exact" interval, the default: lower = Beta(α/2; x, n − x + 1), upper = Beta(1 − α/2; x + 1, n − x),
    /// as quantiles of the beta
    /// distribution; lower is 0 at x = 0, upper is 1 at x = n, and the other limit still takes α/2 (not α). R's `binom.test`; SAS
    /// PROC FREQ, BINOMIAL (EXACT).
    CLOPPER_PEARSON(BinomialConfidenceInterval.CLOPPER_PEARSON),
    /// Wilson's score interval without continuity correction: (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n); exactly 0
    /// below at x = 0 and exactly 1 above
    /// at x = n. R's `prop.test(correct = FALSE)`; SAS BINOMIAL (WILSON).
    WILSON(BinomialConfidenceInterval.WILSON_SCORE),
    /// Jeffreys' interval: the α/2 and 1 − α/2 quantiles of Beta(x + ½, n − x + ½), but 0 below at x = 0 and 1 above at x = n, as
    /// Brown, Cai and DasGupta define
    /// it. Programs that print the plain quantiles of the posterior differ at these two ends.
    JEFFREYS(BinomialConfidenceInterval.JEFFREYS),
    /// Agresti and Coull's interval: with ñ = n + z² and p̃ = (x + z²/2) / ñ, p̃ ± z √(p̃(1 − p̃)/ñ). It may pass 0 or 1 and is
    /// then cut off there;
    /// programs that leave it uncut print a limit below 0 or above 1 for small or large x.
    AGRESTI_COULL(BinomialConfidenceInterval.AGRESTI_COULL),
    /// Wald's interval, p ± z √(p(1 − p)/n), cut off at 0 and 1. Not estimable at x = 0 and x = n, where the variance is
    /// estimated as 0. SAS BINOMIAL (WALD), its default, and tern's `prop_wald` print limits without width there.
    WALD(Wald.PLAIN),
    /// The same with continuity correction, ½/n wider on either side, cut off at 0 and 1. SAS BINOMIAL (WALD(CORRECT)); tern's
    /// `prop_wald(correct = TRUE)`.
    WALD_CORRECTED(Wald.CORRECTED);

    static final String NOBODY = "a proportion needs a denominator of at least one";

    private static final MathContext PUBLISHED = new MathContext(12, RoundingMode.HALF_EVEN);

    /// How limits are made.
    @FunctionalInterface
    private interface Limits {
        Interval of(int n, int x, double alpha);
    }

    /// Wald's limits.
    private static final class Wald {
        static final Limits PLAIN = (n, x, alpha) -> limits(n, x, alpha, 0);
        static final Limits CORRECTED = (n, x, alpha) -> limits(n, x, alpha, 0.5 / n);

        private static Interval limits(int n, int x, double alpha, double more) {
            double p = (double) x / n;
            double half = RoundedProbability.normalQuantile(1 - alpha) * Math.sqrt(p * (1 - p) / n) + more;
            double lower = Math.max(0, p - half);
            double upper = Math.min(1, p + half);
            return new Interval() {
                @Override
                public double getLowerBound() {
                    return lower;
                }

                @Override
                public double getUpperBound() {
                    return upper;
                }
            };
        }
    }

    private final Limits method;

    ProportionInterval(BinomialConfidenceInterval method) {
        this.method = method::fromErrorRate;
    }

    ProportionInterval(Limits method) {
        this.method = method;
    }

    /// The interval of this proportion by this method.
    ///
    /// @param proportion x of n
    /// @param confidence above 0 and below 1: 0.95
    /// @throws IllegalArgumentException if the confidence is outside its range
    public ConfidenceInterval of(Proportion proportion, double confidence) {
        double alpha = 1 - ConfidenceInterval.checkedConfidence(confidence);
        if (proportion.n() == 0) {
            Estimate none = new Estimate.NotEstimable(NOBODY);
            return new ConfidenceInterval(none, none, confidence);
        }
        if (this == WALD && (proportion.count() == 0 || proportion.count() == proportion.n())) {
            return ConfidenceInterval.withoutVariance(confidence);
        }
        Interval limits = method.of(proportion.n(), proportion.count(), alpha);
        double lower = proportion.count() == 0 ? 0 : published(limits.getLowerBound());
        double upper = proportion.count() == proportion.n() ? 1 : published(limits.getUpperBound());
        return new ConfidenceInterval(new Estimate.Value(lower), new Estimate.Value(upper), confidence);
    }

    private static double published(double limit) {
        return new BigDecimal(limit).round(PUBLISHED).doubleValue();
    }
}
