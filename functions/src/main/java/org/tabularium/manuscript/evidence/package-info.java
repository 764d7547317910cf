/// Takes a run; gives its numbers by what words say they are of. Never: reads a manuscript.
@NullMarked
@Room(takes = "a run", gives = "its numbers by what words say they are of", never = "reads a manuscript", uses = {
    "manuscript.language", "run", "run.folder", "study.country"})
package org.tabularium.manuscript.evidence;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
