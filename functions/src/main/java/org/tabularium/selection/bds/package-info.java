/// Takes BDS datasets; gives parameters, visits, baseline, timing, levels: one rule each. Never: computes a statistic.
@NullMarked
@Room(takes = "BDS datasets", gives = "parameters, visits, baseline, timing, levels: one rule each", never = "computes a statistic", uses = {
    "dataset", "endpoint.lupus", "result", "result.display", "result.obstacle", "selection", "shell.condition",
    "statistic", "study", "study.records", "study.settings", "study.unit"})
package org.tabularium.selection.bds;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
