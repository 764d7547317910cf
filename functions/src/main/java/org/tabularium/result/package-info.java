/// Takes what was computed; gives results with their keys, selections and methods (an ARD). Never:
/// holds printed words.
@NullMarked
@Room(takes = "what was computed", gives = "results with their keys, selections and methods (an ARD)", never = "holds printed words", uses = {
    "endpoint.toxicity", "result.obstacle", "shell", "shell.condition", "statistic", "study"})
package org.tabularium.result;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
