/// Conditions on records and subjects as shells and study.yaml write them, and which of them nothing can satisfy.
@NullMarked
@Room(takes = "a `where:` that has passed the schema", gives = "conditions as data, contradictions as findings", never = "looks at data", uses = {
    "finding", "yaml"})
package org.tabularium.shell.condition;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
