package org.tabularium.statistic.proportion;

import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.RoundedProbability;

/// What a test of two proportions is against: that they differ, or that the first is the greater or the lesser one.
public enum Alternative {
    TWO_SIDED, GREATER, LESS;

    /// The p-value of a test whose statistic is the square of one that is normal, such as χ² with one degree of freedom: half of
    /// the two-sided one on the side of the difference, the rest on the other, as R's `prop.test` has it.
    ///
    /// @param twoSided the two-sided p-value
    /// @param direction above 0 where the first proportion is the greater one, below 0 where it is the lesser one
    Estimate of(Estimate twoSided, double direction) {
        if (this == TWO_SIDED || !(twoSided instanceof Estimate.Value(double p))) {
            return twoSided;
        }
        boolean onItsSide = this == GREATER ? direction > 0 : direction < 0;
        return RoundedProbability.of(onItsSide ? p / 2 : 1 - p / 2);
    }
}
