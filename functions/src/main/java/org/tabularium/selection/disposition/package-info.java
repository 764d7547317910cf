/// Takes ADSL and the criteria of ADIE; gives who was treated, which criteria were not satisfied. Never: prints.
@NullMarked
@Room(takes = "ADSL and the criteria of ADIE", gives = "who was treated, which criteria were not satisfied", never = "prints", uses = {
    "dataset", "result", "selection", "study"})
package org.tabularium.selection.disposition;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
