/// A sample as statistics look at it: values by rank and exact sums, in whichever way takes the least work.
///
/// Takes numbers from which missing values are already removed. Never depends on the order of the values.
@NullMarked
@Room(takes = "numbers", gives = "their order and their exact sums", never = "knows a statistic; rounds but once", uses = {})
package org.tabularium.statistic.sample;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
