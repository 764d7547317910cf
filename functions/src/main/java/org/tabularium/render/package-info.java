/// From tables to bytes. The paginator and the renderers' one interface live here; each format has a package below.
@NullMarked
@Room(takes = "displays", gives = "pages, and the one interface of all formats", never = "knows a format", uses = {"result",
    "shell", "table.display"})
package org.tabularium.render;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
