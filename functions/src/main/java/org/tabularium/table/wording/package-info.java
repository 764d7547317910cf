/// Every printed sentence that is no label of a study: what filters, footnotes, rows and headers say, made of data. Takes results and their selections, gives English; nothing
/// is read back out of it.
@NullMarked
@Room(takes = "selections and methods", gives = "their words", never = "is read back", uses = {"result", "shell"})
package org.tabularium.table.wording;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
