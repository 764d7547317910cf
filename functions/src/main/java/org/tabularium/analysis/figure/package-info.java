/// Takes what subjects have over time; gives what figures draw of it. Never: prints.
@NullMarked
@Room(takes = "what subjects have over time", gives = "what figures draw", never = "prints", uses = {"analysis.frame", "dataset",
    "endpoint", "result", "result.display", "result.obstacle", "selection",
    "selection.bds", "selection.disposition", "selection.event", "shell", "shell.condition", "shell.rows",
    "study", "study.records", "study.settings"})
package org.tabularium.analysis.figure;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
