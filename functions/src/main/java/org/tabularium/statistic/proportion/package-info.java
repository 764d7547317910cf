/// Counts and proportions of subjects: intervals of a proportion, differences and ratios between groups, tests of tables of
/// counts, with and without strata.
///
/// Takes whole numbers of subjects, gives numbers at full precision. A group of nobody, an empty level or a stratum that says
/// nothing makes an [org.tabularium.statistic.Estimate.NotEstimable] with its reason, never an exception.
@NullMarked
@Room(takes = "numbers of subjects", gives = "intervals, differences, ratios, tests", never = "knows a study; rounds for display; prints", uses = {
    "statistic", "statistic.sample"})
package org.tabularium.statistic.proportion;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
