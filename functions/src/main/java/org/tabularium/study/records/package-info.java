/// Which records of a study's BDS datasets count: at a visit, as baseline, up to the cut-off, and from which day on time counts.
/// One answer for tables, derived endpoints and
/// rules.
@NullMarked
@Room(takes = "BDS datasets as read", gives = "which records count at a visit, which are baseline, cut-off and day zero", never = "knows a table or a parameter by name", uses = {
    "dataset", "endpoint.toxicity", "study", "study.settings"})
package org.tabularium.study.records;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
