package org.tabularium.statistic;

import java.util.Arrays;
import org.tabularium.statistic.sample.ExactSum;

/// Student's t test of the hypothesis that two groups have one mean, two-sided.
///
/// | form | standard error of the difference | degrees of freedom |
/// | --- | --- | --- |
/// | pooled (the default) | s √(1/n₁ + 1/n₂), s² the common variance | n₁ + n₂ − 2 |
/// | Welch | √(s₁²/n₁ + s₂²/n₂) | (s₁²/n₁ + s₂²/n₂)² / ((s₁²/n₁)²/(n₁ − 1) + (s₂²/n₂)²/(n₂ − 1)) (B. L. Welch 1947, F. E.
/// Satterthwaite 1946) |
///
/// R's `t.test` is Welch's unless `var.equal = TRUE`; SAS PROC TTEST prints both (Pooled, Satterthwaite); SciPy's `ttest_ind` is
/// the pooled one unless
/// `equal_var=False`. The pooled test is the analysis of variance of two groups ([OneWayAnova]).
///
/// Not estimable where a group is empty (Welch: has one value), where no degree of freedom is left, or where all values are
/// equal. Where the values differ between
/// but not within the groups the p-value is 0 (R stops with "data are essentially constant").
public enum TTest {
    POOLED, WELCH;

    /// The p-value.
    ///
    /// @param first the values of one group, without missing ones
    /// @param second those of the other
    public Estimate pValue(double[] first, double[] second) {
        if (first.length == 0 || second.length == 0) {
            return new Estimate.NotEstimable("the t test needs two groups with values");
        }
        if (this == POOLED ? first.length + second.length < 3 : first.length < 2 || second.length < 2) {
            return new Estimate.NotEstimable(this == POOLED
                    ? "the t test needs a group with two values"
                    : "Welch's t test needs two values in each group");
        }
        double difference = mean(first) - mean(second);
        double one = squares(first);
        double other = squares(second);
        double variance;
        double freedom;
        if (this == POOLED) {
            freedom = first.length + second.length - 2.0;
            variance = (one + other) / freedom * (1.0 / first.length + 1.0 / second.length);
        } else {
            double v1 = one / (first.length - 1) / first.length;
            double v2 = other / (second.length - 1) / second.length;
            variance = v1 + v2;
            freedom = variance * variance / (v1 * v1 / (first.length - 1) + v2 * v2 / (second.length - 1));
        }
        if (variance == 0) {
            return difference == 0 ? new Estimate.NotEstimable("all values are equal") : Estimate.of(0);
        }
        return RoundedProbability.studentTails(difference / Math.sqrt(variance), freedom);
    }

    private static double mean(double[] values) {
        ExactSum sum = new ExactSum();
        Arrays.stream(values).forEach(sum::add);
        return sum.dividedBy(values.length);
    }

    private static double squares(double[] values) {
        double mean = mean(values);
        ExactSum sum = new ExactSum();
        Arrays.stream(values).forEach(v -> sum.add((v - mean) * (v - mean)));
        return sum.value();
    }
}
