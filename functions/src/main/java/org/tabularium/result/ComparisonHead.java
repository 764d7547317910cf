package org.tabularium.result;

import java.util.List;

/// The header of a column to the right of the columns of subjects: what it compares, and of which arms. The table stage prints
/// the arms.
///
/// @param what the statistic with its interval: `Difference (95% CI)`
/// @param arms the arm, or two of which the first is compared with the second; empty where it is of all arms
public record ComparisonHead(String what, List<String> arms) {}
