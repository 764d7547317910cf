package org.tabularium.statistic.proportion;

import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.Estimate;

/// How many of how many.
///
/// @param count those with the property, 0 to `n` (anything else throws)
/// @param n all of them; 0 is allowed and makes the proportion not estimable
public record Proportion(int count, int n) {

    public Proportion {
        if (count < 0 || count > n) {
            throw new IllegalArgumentException("a proportion's count is 0 to n, not " + count + " of " + n);
        }
    }

    /// count / n, 0 to 1.
    public Estimate estimate() {
        return n == 0 ? new Estimate.NotEstimable(ProportionInterval.NOBODY) : new Estimate.Value((double) count / n);
    }

    /// The confidence interval of the proportion.
    ///
    /// @param method how; {@link ProportionInterval#CLOPPER_PEARSON} is the default
    /// @param confidence above 0 and below 1: 0.95
    /// @return limits from 0 to 1, both not estimable where n is 0
    public ConfidenceInterval interval(ProportionInterval method, double confidence) {
        return method.of(this, confidence);
    }
}
