/// Takes values; gives toxicity grades (CTCAE, ASTCT) and decisions of dose escalation. Never: takes a missing component for a
/// negative one.
@NullMarked
@Room(takes = "values", gives = "toxicity grades (CTCAE, ASTCT) and decisions of dose escalation", never = "takes a missing component for a negative one", uses = {
    "dataset", "statistic", "study", "study.settings", "study.unit"})
package org.tabularium.endpoint.toxicity;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
