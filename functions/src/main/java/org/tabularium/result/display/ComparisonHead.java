package org.tabularium.result.display;

import org.tabularium.shell.comparison.ExposureAdjusted;
import org.tabularium.shell.comparison.Tests;

/// What a column to the right of the arms compares, as data.
public sealed interface ComparisonHead {

    /// The rate of an arm.
    ///
    /// @param confidence of the limits, 0.95
    record Rate(String arm, double confidence) implements ComparisonHead {}

    /// The rate of an arm beside another's.
    ///
    /// @param compare how: a ratio or a difference
    /// @param confidence of the limits, 0.95
    record RateComparison(ExposureAdjusted.Compare compare, String arm, String against, double confidence)
            implements
                ComparisonHead {}

    /// The difference of percentages, an arm minus another.
    ///
    /// @param confidence of the limits, 0.95
    record Difference(String arm, String against, double confidence) implements ComparisonHead {}

    /// The odds ratio of an arm to another.
    ///
    /// @param confidence of the limits, 0.95
    record OddsRatio(String arm, String against, double confidence) implements ComparisonHead {}

    /// The test of a row between two arms.
    ///
    /// @param alternative what it is against
    record PValue(String arm, String against, Tests.Alternative alternative) implements ComparisonHead {}

    /// The test of a variable between all arms.
    record PValueOfVariable() implements ComparisonHead {}
}
