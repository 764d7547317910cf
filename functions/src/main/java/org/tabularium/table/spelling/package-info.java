/// Takes texts of the study; gives them as they are printed: letter case, signs, units. Never: knows a table.
@NullMarked
@Room(takes = "texts of the study", gives = "texts as they are printed: letter case, signs, units", never = "knows a table", uses = {
    "dataset", "study", "study.settings"})
package org.tabularium.table.spelling;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
