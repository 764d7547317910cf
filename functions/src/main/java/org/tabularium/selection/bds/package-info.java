/// Takes BDS datasets; gives parameters, visits, baseline, timing, levels: one rule each. Never: computes a statistic.
@NullMarked
@Room(takes = "BDS datasets", gives = "parameters, visits, baseline, timing, levels: one rule each", never = "computes a statistic", uses = {
    "dataset", "endpoint", "endpoint.lupus", "endpoint.toxicity", "finding", "result", "result.obstacle",
    "selection", "shell", "shell.condition", "shell.rows", "statistic", "study", "study.records",
    "study.settings", "yaml"})
package org.tabularium.selection.bds;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
