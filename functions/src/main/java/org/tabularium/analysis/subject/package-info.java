/// Takes ADSL and what a subject has once; gives rows about subjects. Never: prints.
@NullMarked
@Room(takes = "ADSL and what a subject has once", gives = "rows about subjects", never = "prints", uses = {"analysis.frame",
    "dataset", "result", "result.display", "result.obstacle", "selection", "selection.bds",
    "selection.disposition", "shell", "shell.condition", "shell.rows", "statistic", "study", "study.settings"})
package org.tabularium.analysis.subject;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
