package org.tabularium.statistic.proportion;

import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.Estimate;

/// The odds ratio of two groups without strata, ad/bc with a of a + b and c of c + d, and Wald's interval of its logarithm:
/// exp(ln(ad/bc) ± z √(1/a + 1/b + 1/c + 1/d)).
///
/// That is the logistic regression on the group alone (R's `glm`, tern's `or_glm`; SAS PROC FREQ's RELRISK and PROC LOGISTIC).
///
/// Not estimable where one of the four counts is 0, as PROC FREQ prints nothing there; `glm` stops at some large number with an
/// interval from 0 to beyond all bounds.
///
/// @param pair both groups
public record OddsRatio(Pair pair) implements Contrast {

    @Override
    public Estimate estimate() {
        long[][] t = pair.table();
        return hasZero()
                ? new Estimate.NotEstimable(reason())
                : Estimate.of((double) t[0][0] * t[1][1] / ((double) t[0][1] * t[1][0]));
    }

    @Override
    public ConfidenceInterval interval(double confidence) {
        long[][] t = pair.table();
        double variance = 1.0 / t[0][0] + 1.0 / t[0][1] + 1.0 / t[1][0] + 1.0 / t[1][1];
        return LogLimits.of(estimate(), variance, confidence);
    }

    private boolean hasZero() {
        long[][] t = pair.table();
        return t[0][0] == 0 || t[0][1] == 0 || t[1][0] == 0 || t[1][1] == 0;
    }

    private String reason() {
        return pair.hasBoth()
                ? "an odds ratio needs subjects with and without the property in both groups"
                : "an odds ratio needs subjects in both groups";
    }
}
