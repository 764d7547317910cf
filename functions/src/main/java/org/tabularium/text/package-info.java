/// Takes results and a text shell; gives sentences with live numbers. Never: prints a number that no result holds.
@NullMarked
@Room(takes = "results and a text shell", gives = "sentences with live numbers", never = "prints a number that no result holds", uses = {
    "result", "run", "shell", "shell.rows", "study", "table", "table.display"})
package org.tabularium.text;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
