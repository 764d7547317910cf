/// Models for repeated measures: values of one subject at several visits are correlated, those of different subjects are not.
///
/// Takes numbers from which missing values are already removed: a subject may lack any visit. A model that cannot be fitted is a
/// result that says so ([org.tabularium.statistic.repeated.FitOutcome]), never an exception. Never depends on the order of the
/// values or of the subjects.
@NullMarked
@Room(takes = "numbers by subject and visit", gives = "least squares means, differences, their errors and degrees of freedom", never = "knows a study; rounds for display; prints; takes another covariance than it was told to", uses = {
    "statistic", "statistic.linear"})
package org.tabularium.statistic.repeated;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
