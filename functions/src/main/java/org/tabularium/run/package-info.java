/// Takes results and bytes; gives a run's files: manifest, results, findings, paths. Never: lets anything in that does not follow
/// from content.
@NullMarked
@Room(takes = "results and bytes", gives = "a run's files: manifest, results, findings, paths", never = "lets anything in that does not follow from content", uses = {
    "dataset", "finding", "result", "shell", "shell.condition", "snapshot", "store", "study", "study.define", "table.display",
    "table.wording", "yaml"})
package org.tabularium.run;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
