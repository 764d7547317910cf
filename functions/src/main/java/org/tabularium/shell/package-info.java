/// Shells: tables declared before any data is seen. Data only; nothing here computes or draws.
@NullMarked
@Room(takes = "YAML", gives = "declarations of displays", never = "computes or draws", uses = {"finding", "shell.comparison",
    "shell.condition", "shell.rows", "snapshot", "store", "study.settings", "yaml"})
package org.tabularium.shell;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
