/// Takes BDS datasets; gives findings about scores and visits. Never: changes data.
@NullMarked
@Room(takes = "BDS datasets", gives = "findings about scores and visits", never = "changes data", uses = {"dataset", "endpoint",
    "endpoint.lupus", "finding", "selection.bds", "study", "study.records",
    "table.wording", "validation.rule"})
package org.tabularium.validation.score;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
