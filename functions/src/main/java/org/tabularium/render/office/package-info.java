/// What Excel workbooks and Word documents have in common as files. Takes the package that Apache POI made, gives its bytes: the
/// same for the same parts, without the clock that POI's own saving puts in.
@NullMarked
@Room(takes = "POI's packages", gives = "the same bytes for the same parts", never = "knows what is in a part", uses = {
    "figure.drawing"})
package org.tabularium.render.office;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
