/// Takes ADSL; gives findings about subjects. Never: changes data.
@NullMarked
@Room(takes = "ADSL", gives = "findings about subjects", never = "changes data", uses = {"dataset", "finding", "selection",
    "shell", "study", "study.settings", "validation.rule", "yaml"})
package org.tabularium.validation.subject;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
