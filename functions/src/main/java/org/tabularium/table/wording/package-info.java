/// Every printed sentence that is no label of a study: what filters, footnotes, rows and headers say, made of data. Takes results
/// with their
/// selections and methods, and remarks; gives English; nothing is read back out of it.
@NullMarked
@Room(takes = "selections, methods and remarks", gives = "their words", never = "is read back", uses = {"endpoint.toxicity",
    "result", "result.display", "result.obstacle", "shell", "shell.comparison",
    "shell.condition", "shell.rows", "study", "study.settings"})
package org.tabularium.table.wording;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
