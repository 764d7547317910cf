/// Takes a dataset; gives what rules look at it with, and how they report rows. Never: is a rule.
@NullMarked
@Room(takes = "a dataset", gives = "what rules look at it with, and how they report rows", never = "is a rule", uses = {"dataset",
    "endpoint.toxicity", "finding", "study"})
package org.tabularium.validation.rule;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
