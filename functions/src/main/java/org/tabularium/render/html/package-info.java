/// Takes displays; gives one HTML page of the report that asks nobody for anything, in which a number opens its explanation.
/// Never: changes a cell's text.
@NullMarked
@Room(takes = "displays", gives = "one HTML page of the report", never = "changes a cell's text", uses = {"render", "render.svg",
    "result", "shell", "table.display", "table.wording"})
package org.tabularium.render.html;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
