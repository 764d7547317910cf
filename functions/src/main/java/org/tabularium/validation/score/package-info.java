/// Takes BDS datasets; gives findings about scores and visits. Never: changes data.
@NullMarked
@Room(takes = "BDS datasets", gives = "findings about scores and visits", never = "changes data", uses = {"dataset", "endpoint",
    "endpoint.lupus", "finding", "selection.bds", "study", "study.records",
    "study.settings", "table.wording", "validation.rule", "yaml"})
package org.tabularium.validation.score;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
