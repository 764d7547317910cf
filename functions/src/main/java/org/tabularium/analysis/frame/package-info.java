/// Takes a shell and data; gives what the kinds of rows share: columns, counts, statistics, comparisons. Never: knows a kind.
@NullMarked
@Room(takes = "a shell and data", gives = "what the kinds of rows share: columns, counts, statistics, comparisons", never = "knows a kind", uses = {
    "dataset", "endpoint", "result", "result.display", "result.obstacle", "selection", "selection.bds",
    "selection.event", "shell", "shell.comparison", "shell.condition", "shell.rows", "statistic",
    "statistic.proportion", "study", "study.records", "study.settings"})
package org.tabularium.analysis.frame;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
