/// Takes what was computed; gives results with their keys, selections and methods (an ARD), and what the computation remarks on
/// itself. Never:
/// holds printed words.
@NullMarked
@Room(takes = "what was computed", gives = "results with their keys, selections and methods (an ARD), and remarks", never = "holds printed words", uses = {
    "endpoint.toxicity", "result.obstacle", "shell", "shell.comparison", "shell.condition", "shell.rows",
    "statistic", "study"})
package org.tabularium.result;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
