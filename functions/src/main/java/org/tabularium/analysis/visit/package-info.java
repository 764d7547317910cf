/// Takes parameters at a visit; gives rows about changes, models and tests of a visit. Never: prints.
@NullMarked
@Room(takes = "parameters at a visit", gives = "rows about changes, models and tests of a visit", never = "prints", uses = {
    "analysis.frame", "dataset", "result", "result.display", "result.obstacle", "selection", "selection.bds",
    "selection.bds.laboratory", "shell", "shell.rows", "statistic", "statistic.proportion", "statistic.repeated",
    "study", "study.records", "study.settings"})
package org.tabularium.analysis.visit;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
