/// Takes a text; gives its words, numbers and signs, and which of them mean the same. Never: knows a run.
@NullMarked
@Room(takes = "a text", gives = "its words, numbers and signs, and which of them mean the same", never = "knows a run", uses = {})
package org.tabularium.manuscript.language;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
