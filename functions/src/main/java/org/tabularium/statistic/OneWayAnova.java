package org.tabularium.statistic;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.FDistribution;
import org.tabularium.statistic.sample.ExactSum;

/// One-way analysis of variance: the p-value of the hypothesis that the groups have one mean.
///
/// F = (between sum of squares / (k − 1)) / (within sum of squares / (n − k)), referred to the F distribution with k − 1 and n −
/// k degrees of freedom; k counts
/// the groups that have a value. It is R's `oneway.test(var.equal = TRUE)` and `aov`, and SAS's PROC GLM with one CLASS variable;
/// with two groups it is the pooled
/// t test. Welch's version, R's default of `oneway.test`, is another test.
///
/// Not estimable with fewer than two groups, without a degree of freedom within them, or where all values are equal (R gives
/// NaN). Where the values differ between
/// but not within groups the p-value is 0.
public final class OneWayAnova {

    private OneWayAnova() {}

    /// The p-value.
    ///
    /// @param groups the values of each group, without missing ones; empty groups are passed over
    public static Estimate pValue(List<double[]> groups) {
        List<double[]> filled = groups.stream().filter(g -> g.length > 0).toList();
        int n = filled.stream().mapToInt(g -> g.length).sum();
        int between = filled.size() - 1;
        int within = n - filled.size();
        if (between < 1) {
            return new Estimate.NotEstimable("the test needs at least two groups with values");
        }
        if (within < 1) {
            return new Estimate.NotEstimable("the test needs a group with two values");
        }
        double grand = mean(filled.stream().flatMapToDouble(Arrays::stream).toArray());
        ExactSum betweenSquares = new ExactSum();
        ExactSum withinSquares = new ExactSum();
        for (double[] group : filled) {
            double mean = mean(group);
            betweenSquares.add(group.length * (mean - grand) * (mean - grand));
            for (double value : group) {
                withinSquares.add((value - mean) * (value - mean));
            }
        }
        double explained = betweenSquares.value() / between;
        double rest = withinSquares.value() / within;
        if (rest == 0) {
            return explained == 0 ? new Estimate.NotEstimable("all values are equal") : Estimate.of(0);
        }
        return Estimate.of(FDistribution.of(between, within).survivalProbability(explained / rest));
    }

    private static double mean(double[] values) {
        ExactSum sum = new ExactSum();
        for (double value : values) {
            sum.add(value);
        }
        return sum.dividedBy(values.length);
    }
}
