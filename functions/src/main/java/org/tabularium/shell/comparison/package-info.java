/// What a shell says of comparisons between arms: tests, differences, ratios, rates. Data only.
@NullMarked
@Room(takes = "what a shell asks for", gives = "it as data", never = "computes", uses = {})
package org.tabularium.shell.comparison;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
