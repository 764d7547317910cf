/// Takes a folder; gives a run in it: written as a whole, verified, compared. Never: leaves a half-written run.
@NullMarked
@Room(takes = "a folder", gives = "a run in it: written as a whole, verified, compared", never = "leaves a half-written run", uses = {
    "result", "run", "snapshot", "store", "table.display", "table.wording"})
package org.tabularium.run.folder;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
