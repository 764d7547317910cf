/// How shells declare rows: a record a kind with the declaration of how it is written, by family. Data only; the classes of
/// `analysis` compute them.
@NullMarked
@Room(takes = "entries of YAML that have passed the schema", gives = "declarations of rows", never = "knows a whole shell", uses = {
    "shell.comparison", "shell.condition", "yaml"})
package org.tabularium.shell.rows;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
