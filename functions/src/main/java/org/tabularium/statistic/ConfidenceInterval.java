package org.tabularium.statistic;

/// A confidence interval; either limit may be not estimable on its own.
///
/// @param lower the lower limit
/// @param upper the upper limit
/// @param confidence the level, above 0 and below 1: 0.95
public record ConfidenceInterval(Estimate lower, Estimate upper, double confidence) {

    private static final Estimate NO_VARIANCE = new Estimate.NotEstimable(
            "the variance is estimated as 0, from which no interval can be made");

    /// No interval, since its method would give one without width: as if a proportion of 0 of 3 were certain to be 0.
    ///
    /// @param confidence above 0 and below 1: 0.95
    public static ConfidenceInterval withoutVariance(double confidence) {
        return new ConfidenceInterval(NO_VARIANCE, NO_VARIANCE, confidence);
    }

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
