/// From figures to SVG.
@NullMarked
@Room(takes = "figures", gives = "SVG", never = "changes what is drawn", uses = {"figure.drawing", "render", "table.display"})
package org.tabularium.render.svg;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
