/// Units of measurement as data write them. Never: converts a value that is shown.
@NullMarked
@Room(takes = "a unit as it is written", gives = "what it measures and how much of it", never = "converts a value that is shown", uses = {})
package org.tabularium.study.unit;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
