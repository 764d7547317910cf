/// Takes shells, settings and data; gives findings: names in them that no data have. Never: changes data.
@NullMarked
@Room(takes = "shells, settings and data", gives = "findings: names in them that no data have", never = "changes data", uses = {
    "dataset", "endpoint.toxicity", "finding", "selection", "shell", "shell.rows", "study", "study.records",
    "study.settings", "yaml"})
package org.tabularium.selection.unknown;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
