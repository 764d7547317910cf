/// What the results of a table show, as far as its words and decimals depend on it. Takes results; gives what is shown of them.
/// Never: prints.
@NullMarked
@Room(takes = "results", gives = "what is shown of them", never = "prints", uses = {"result", "result.display", "shell.rows"})
package org.tabularium.table.shown;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
