/// YAML documents as data with line numbers, checked against a JSON Schema. Safe types only: no aliases, no tags, at most 1 MB;
/// knows
/// nothing of studies or shells.
@NullMarked
@Room(takes = "a YAML file", gives = "values with line numbers, checked against a JSON Schema", never = "builds anything but plain values", uses = {
    "finding"})
package org.tabularium.yaml;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
