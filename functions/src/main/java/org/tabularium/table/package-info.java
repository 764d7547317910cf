/// From results and a shell to a display of text, which [org.tabularium.table.display] holds. Knows no file format.
@NullMarked
@Room(takes = "results and a shell", gives = "a display of text", never = "knows a file format", uses = {"dataset",
    "figure.drawing", "finding", "result", "result.display", "shell", "shell.comparison", "shell.rows", "statistic", "study",
    "study.country", "study.define", "study.settings", "table.display", "table.number", "table.shown", "table.spelling",
    "table.wording", "yaml"})
package org.tabularium.table;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
