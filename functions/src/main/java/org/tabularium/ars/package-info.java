/// Takes the results and displays of a run; gives them as a reporting event of CDISC ARS v1. Never: computes a result.
@NullMarked
@Room(takes = "results and displays of a run", gives = "a reporting event of CDISC ARS v1", never = "computes a result", uses = {
    "result", "run", "shell", "shell.condition", "table.display", "table.wording"})
package org.tabularium.ars;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
