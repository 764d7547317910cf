package org.tabularium.statistic.proportion;

import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.RoundedProbability;

/// Wald's limits of a ratio, on the scale of its logarithm: r · exp(±z √v).
final class LogLimits {

    private LogLimits() {}

    /// The limits; not estimable, for its reason, where the ratio is not.
    ///
    /// @param variance of the ratio's logarithm
    static ConfidenceInterval of(Estimate ratio, double variance, double confidence) {
        double z = RoundedProbability.normalQuantile(confidence);
        if (!(ratio instanceof Estimate.Value(double value))) {
            return new ConfidenceInterval(ratio, ratio, confidence);
        }
        double factor = StrictMath.exp(z * Math.sqrt(variance));
        return new ConfidenceInterval(RoundedProbability.of(value / factor), RoundedProbability.of(value * factor), confidence);
    }
}
