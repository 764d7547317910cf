/// Takes BDS datasets of measured values; gives their parameters, limits, levels and grades: one rule each. Never: computes
/// a statistic.
@NullMarked
@Room(takes = "BDS datasets of measured values", gives = "their parameters, limits, levels and grades: one rule each", never = "computes a statistic", uses = {
    "dataset", "endpoint", "endpoint.lupus", "endpoint.toxicity", "result", "result.display", "result.obstacle",
    "selection", "selection.bds", "shell", "shell.condition", "statistic", "study"})
package org.tabularium.selection.bds.laboratory;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
