package org.tabularium.statistic;

/// A confidence interval; either limit may be not estimable on its own.
///
/// @param lower the lower limit
/// @param upper the upper limit
/// @param confidence the level, above 0 and below 1: 0.95
public record ConfidenceInterval(Estimate lower, Estimate upper, double confidence) {

    /// This confidence level.
    ///
    /// @throws IllegalArgumentException if it is not above 0 and below 1
    public static double checkedConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence level is above 0 and below 1, such as 0.95, not " + confidence);
        }
        return confidence;
    }
}
