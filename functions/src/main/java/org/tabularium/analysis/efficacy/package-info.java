/// Takes parameters by visit, times to events; gives rows about scores, responses, models. Never: prints.
@NullMarked
@Room(takes = "parameters by visit, times to events", gives = "rows about scores, responses, models", never = "prints", uses = {
    "analysis.frame", "dataset", "endpoint", "result", "result.obstacle", "selection", "selection.bds", "shell",
    "shell.condition", "shell.rows", "statistic", "statistic.proportion", "statistic.repeated", "study",
    "study.records", "study.settings"})
package org.tabularium.analysis.efficacy;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
