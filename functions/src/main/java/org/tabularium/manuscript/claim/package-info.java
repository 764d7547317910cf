/// Takes a sentence; gives what it mentions and what its numbers claim. Never: judges a number.
@NullMarked
@Room(takes = "a sentence", gives = "what it mentions and what its numbers claim", never = "judges a number", uses = {
    "manuscript.evidence", "manuscript.language"})
package org.tabularium.manuscript.claim;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
