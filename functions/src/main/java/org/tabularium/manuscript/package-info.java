/// Takes a manuscript and a run; gives what the run says about each of its numbers. Never: changes a number.
@NullMarked
@Room(takes = "a manuscript and a run", gives = "what the run says about each of its numbers", never = "changes a number", uses = {
    "manuscript.claim", "manuscript.evidence", "manuscript.language", "manuscript.word", "run", "run.folder"})
package org.tabularium.manuscript;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
