/// What is to be seen, as lines, areas and texts on a sheet: a drawing, in points from its upper left corner; and the same as a
/// chart, in the numbers of its axes, for formats that draw charts themselves. Texts are measured in the fonts that are embedded,
/// without AWT.
@NullMarked
@Room(takes = "numbers and words", gives = "lines, areas, marks and measured texts on a sheet; charts", never = "knows a study or a file format", uses = {})
package org.tabularium.figure.drawing;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
