/// Takes adverse events; gives rows about events. Never: prints.
@NullMarked
@Room(takes = "adverse events", gives = "rows about events", never = "prints", uses = {"analysis.frame", "dataset",
    "endpoint.toxicity", "result", "result.display", "result.obstacle", "selection",
    "selection.event", "shell", "shell.condition", "shell.rows", "statistic", "statistic.proportion", "study",
    "study.records", "study.settings"})
package org.tabularium.analysis.event;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
