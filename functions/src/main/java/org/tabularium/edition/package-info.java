/// Takes shells and results; gives what of them an edition for others may show. Never: computes a result.
@NullMarked
@Room(takes = "shells, results and an edition", gives = "what of them the edition may show", never = "computes a result", uses = {
    "result", "result.display", "shell", "shell.rows"})
package org.tabularium.edition;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
