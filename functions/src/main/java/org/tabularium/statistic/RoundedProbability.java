package org.tabularium.statistic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/// Tail probabilities and quantiles of distributions, and what is computed with them, rounded to 12 significant digits.
///
/// They come out of iterations over logarithms and exponentials whose last bits a processor's own instructions may change; what
/// is published must not show
/// them.
public final class RoundedProbability {

    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

    private RoundedProbability() {}

    /// The value as it is published; not estimable where it is not finite.
    public static Estimate of(double value) {
        return Double.isFinite(value)
                ? new Estimate.Value(new BigDecimal(value).round(DIGITS).doubleValue())
                : Estimate.of(value);
    }

    /// P(χ² ≥ square) with these degrees of freedom.
    public static Estimate chiSquareTail(double square, int freedom) {
        return of(ChiSquaredDistribution.of(freedom).survivalProbability(square));
    }

    /// P(|Z| ≥ |z|).
    public static Estimate normalTails(double z) {
        return of(2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z)));
    }

    /// P(|T| ≥ |t|) with these degrees of freedom.
    public static Estimate studentTails(double t, double freedom) {
        return of(2 * TDistribution.of(freedom).survivalProbability(Math.abs(t)));
    }

    /// The z that ±z encloses with this probability: 1.96 for 0.95.
    public static double normalQuantile(double confidence) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - ConfidenceInterval.checkedConfidence(confidence)) / 2);
    }

    /// The t that ±t encloses with this probability.
    public static double studentQuantile(double confidence, double freedom) {
        return TDistribution.of(freedom)
                .inverseSurvivalProbability((1 - ConfidenceInterval.checkedConfidence(confidence)) / 2);
    }
}
