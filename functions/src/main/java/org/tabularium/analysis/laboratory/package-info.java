/// Takes values by visit; gives rows about levels and limits. Never: prints.
@NullMarked
@Room(takes = "values by visit", gives = "rows about levels and limits", never = "prints", uses = {"analysis.frame", "dataset",
    "result", "result.display", "result.obstacle", "selection", "selection.bds",
    "selection.bds.laboratory", "shell", "shell.condition", "shell.rows", "statistic", "statistic.proportion",
    "study", "study.records", "study.settings"})
package org.tabularium.analysis.laboratory;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
