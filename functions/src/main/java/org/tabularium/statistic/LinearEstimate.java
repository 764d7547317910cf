package org.tabularium.statistic;

/// A linear function of a linear model's coefficients, such as a mean or a difference of means.
///
/// @param value the estimate
/// @param standardError its standard error; 0 where the model fits exactly
/// @param freedom its degrees of freedom, not always whole: those of the model's residual, or an approximation of its own
public record LinearEstimate(Estimate value, Estimate standardError, double freedom) {

    /// Why a function of the coefficients is not estimable.
    public static final String CONFOUNDED = "the model cannot tell it from the effect of another variable";

    /// An estimate, rounded as all that comes out of iterations.
    ///
    /// @param value finite
    /// @param standardError finite
    /// @param freedom above 0
    public static LinearEstimate of(double value, double standardError, double freedom) {
        return new LinearEstimate(RoundedProbability.of(value), RoundedProbability.of(standardError),
                RoundedProbability.of(freedom).orNaN());
    }

    /// No estimate, for this reason.
    public static LinearEstimate none(String reason) {
        Estimate none = new Estimate.NotEstimable(reason);
        return new LinearEstimate(none, none, 0);
    }

    /// value ± t · standard error, with the quantile of Student's distribution. Not estimable where the standard error is 0: a
    /// model that fits exactly says nothing of what another sample would give (R and SAS print limits without width).
    ///
    /// @param confidence above 0 and below 1: 0.95
    public ConfidenceInterval interval(double confidence) {
        if (!(value instanceof Estimate.Value(double centre))) {
            return new ConfidenceInterval(value, value, confidence);
        }
        if (!(standardError instanceof Estimate.Value(double error))) {
            return new ConfidenceInterval(standardError, standardError, confidence);
        }
        if (error == 0) {
            return ConfidenceInterval.withoutVariance(confidence);
        }
        double half = RoundedProbability.studentQuantile(confidence, freedom) * error;
        return new ConfidenceInterval(RoundedProbability.of(centre - half), RoundedProbability.of(centre + half), confidence);
    }

    /// The function of logarithms as a ratio: e to its power.
    public Estimate ratio() {
        return power(value);
    }

    /// The interval of the ratio.
    ///
    /// @param confidence above 0 and below 1: 0.95
    public ConfidenceInterval ratioInterval(double confidence) {
        ConfidenceInterval interval = interval(confidence);
        return new ConfidenceInterval(power(interval.lower()), power(interval.upper()), confidence);
    }

    private static Estimate power(Estimate logarithm) {
        return logarithm instanceof Estimate.Value(double value) ? RoundedProbability.of(StrictMath.exp(value)) : logarithm;
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
