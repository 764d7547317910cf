/// Takes datasets and ADSL; gives whose and which records: populations, arms, filters, joined records. Never: computes a
/// statistic.
@NullMarked
@Room(takes = "datasets and ADSL", gives = "whose and which records: populations, arms, filters, joined records", never = "computes a statistic", uses = {
    "dataset", "endpoint.toxicity", "result", "result.display", "result.obstacle", "shell", "shell.condition",
    "statistic", "study", "study.country", "study.define", "study.records", "study.settings", "study.unit", "yaml"})
package org.tabularium.selection;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
