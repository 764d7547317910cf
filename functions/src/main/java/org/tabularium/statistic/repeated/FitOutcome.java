package org.tabularium.statistic.repeated;

/// Whether a model could be fitted, and why not.
public enum FitOutcome {

    FITTED("the model is fitted"), TOO_FEW_VALUES("there are as many coefficients as values"), NO_RESIDUAL(
            "the model fits without a residual"), NEVER_TOGETHER("no subject has values at both of two visits"), NO_MAXIMUM(
                    "the iteration did not come to a maximum"), UNDETERMINED(
                            "the data do not determine all parameters of the covariance");

    private final String reason;

    FitOutcome(String reason) {
        this.reason = reason;
    }

    /// Why nothing is estimable, in words for the reader of a table.
    public String reason() {
        return reason;
    }
}
