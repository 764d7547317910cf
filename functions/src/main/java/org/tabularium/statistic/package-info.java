/// Statistics: pure functions of primitives, one noun a class.
///
/// Takes numbers from which missing values are already removed, gives numbers at full precision. What cannot be computed (no
/// value, one value) is an
/// {@link org.tabularium.statistic.Estimate.NotEstimable} with its reason, never an exception, never NaN; only a caller's mistake
/// (a NaN among the values, a
/// confidence of 95) throws. Rounds nothing for display, and never depends on the order of the
/// values, the locale or the clock.
@NullMarked
@Room(takes = "numbers", gives = "numbers: quantiles, intervals, tests, models", never = "knows a study; rounds; prints", uses = {
    "statistic.linear", "statistic.sample"})
package org.tabularium.statistic;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
