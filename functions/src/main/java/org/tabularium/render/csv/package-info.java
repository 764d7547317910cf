/// A table as comma-separated values. Takes a document of one table, gives exactly the displayed cells as text; never changes a
/// cell's text other
/// than by writing a line break as a space.
@NullMarked
@Room(takes = "displays", gives = "CSV", never = "changes a cell's text", uses = {"render", "table.display"})
package org.tabularium.render.csv;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
