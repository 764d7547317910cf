package org.tabularium.statistic;

/// A linear function of a linear model's coefficients, such as a mean or a difference of means.
///
/// @param value the estimate
/// @param standardError its standard error; 0 where the model fits exactly
/// @param freedom residual degrees of freedom of the model
public record LinearEstimate(Estimate value, Estimate standardError, int freedom) {

    static LinearEstimate none(String reason) {
        Estimate none = new Estimate.NotEstimable(reason);
        return new LinearEstimate(none, none, 0);
    }

    /// value ± t · standard error, with the quantile of Student's distribution.
    ///
    /// @param confidence above 0 and below 1: 0.95
    public ConfidenceInterval interval(double confidence) {
        if (!(value instanceof Estimate.Value(double centre))) {
            return new ConfidenceInterval(value, value, confidence);
        }
        if (!(standardError instanceof Estimate.Value(double error))) {
            return new ConfidenceInterval(standardError, standardError, confidence);
        }
        double half = RoundedProbability.studentQuantile(confidence, freedom) * error;
        return new ConfidenceInterval(RoundedProbability.of(centre - half), RoundedProbability.of(centre + half), confidence);
    }

    /// The two-sided p-value of the hypothesis that the function is 0, by Student's t.
    public Estimate pValue() {
        if (!(value instanceof Estimate.Value(double centre))) {
            return value;
        }
        if (!(standardError instanceof Estimate.Value(double error))) {
            return standardError;
        }
        return error == 0
                ? new Estimate.NotEstimable("the model fits without a residual")
                : RoundedProbability.studentTails(centre / error, freedom);
    }
}
