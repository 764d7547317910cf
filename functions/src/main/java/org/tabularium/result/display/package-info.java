/// Takes results of rows; gives all that one display results in: rows, heads of columns, promises, remarks. Never: holds
/// printed words.
@NullMarked
@Room(takes = "results of rows", gives = "all that one display results in: rows, heads of columns, promises, remarks", never = "holds printed words", uses = {
    "result", "result.obstacle", "shell", "shell.comparison", "shell.condition", "shell.rows", "study"})
package org.tabularium.result.display;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
