/// Rules on the records of parameters: which count, which are of when, and what cannot be true of one.
@NullMarked
@Room(takes = "datasets with parameters", gives = "findings on which records count, their units and the cut-off", never = "changes data", uses = {
    "dataset", "endpoint.toxicity", "finding", "selection", "selection.bds", "selection.bds.laboratory", "shell",
    "snapshot", "study", "study.records", "study.settings", "study.unit", "validation.rule", "validation.structure", "yaml"})
package org.tabularium.validation.record;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
