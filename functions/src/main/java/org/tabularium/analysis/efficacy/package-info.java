/// Takes parameters of response, times to events; gives rows about responses, risks and times. Never: prints.
@NullMarked
@Room(takes = "parameters of response, times to events", gives = "rows about responses, risks and times", never = "prints", uses = {
    "analysis.frame", "dataset", "endpoint", "result", "result.display", "result.obstacle", "selection",
    "selection.bds", "shell", "shell.condition", "shell.rows", "statistic", "statistic.proportion", "study",
    "study.records", "study.settings"})
package org.tabularium.analysis.efficacy;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
