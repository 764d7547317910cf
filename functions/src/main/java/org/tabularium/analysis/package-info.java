/// From datasets and a shell to results: raw doubles and integers with the keys and the filter that made them. Makes no text.
@NullMarked
@Room(takes = "data and a shell", gives = "results", never = "is entered by another room than `report`", uses = {"analysis.frame",
    "dataset", "result", "result.display", "result.obstacle", "selection", "selection.bds",
    "selection.bds.laboratory", "selection.event", "shell", "shell.comparison", "shell.condition", "shell.rows",
    "study", "study.records", "study.settings", "yaml"})
package org.tabularium.analysis;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
