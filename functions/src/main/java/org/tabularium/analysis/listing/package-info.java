/// Takes records; gives rows of records. Never: prints.
@NullMarked
@Room(takes = "records", gives = "rows of records", never = "prints", uses = {"analysis.frame", "dataset", "endpoint",
    "endpoint.toxicity", "result", "result.display", "selection",
    "selection.bds", "selection.event", "shell", "shell.condition", "shell.rows", "study", "study.settings"})
package org.tabularium.analysis.listing;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
