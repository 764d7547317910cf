package org.tabularium.statistic.proportion;

import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.Estimate;

/// What two groups differ by, with its confidence interval.
public interface Contrast {

    /// The estimate, or why there is none.
    Estimate estimate();

    /// Its interval.
    ///
    /// @param confidence above 0 and below 1: 0.95
    ConfidenceInterval interval(double confidence);
}
