/// Why a table, or a part of one, cannot be made of a study, as data: what is not there, which records do not tell which of them
/// counts, of whom or what there is nothing. The words are made in `table.wording`.
@NullMarked
@Room(takes = "what an analysis found in its way", gives = "obstacles as data, and the line of study.yaml that may help", never = "holds printed words", uses = {
    "shell", "shell.comparison", "shell.rows", "study"})
package org.tabularium.result.obstacle;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
