/// Takes joined records of events; gives when they were, how severe, and after which infusion. Never: computes a statistic.
@NullMarked
@Room(takes = "joined records of events", gives = "when they were, how severe, and after which infusion", never = "computes a statistic", uses = {
    "dataset", "selection", "study", "study.settings"})
package org.tabularium.selection.event;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
