/// Takes adverse events; gives findings about events. Never: changes data.
@NullMarked
@Room(takes = "adverse events", gives = "findings about events", never = "changes data", uses = {"dataset", "endpoint.toxicity",
    "finding", "selection", "selection.event", "shell", "study", "study.records",
    "study.settings", "validation.rule"})
package org.tabularium.validation.event;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
