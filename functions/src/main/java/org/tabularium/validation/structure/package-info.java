/// Takes datasets; gives findings about their structure. Never: changes data.
@NullMarked
@Room(takes = "datasets", gives = "findings about their structure", never = "changes data", uses = {"dataset", "finding", "study",
    "study.settings", "validation.rule"})
package org.tabularium.validation.structure;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
