/// Takes datasets and what define.xml says of them; gives findings where they contradict each other. Never: changes data.
@NullMarked
@Room(takes = "datasets and what define.xml says of them", gives = "findings where they contradict each other", never = "changes data", uses = {
    "dataset", "finding", "study", "study.define", "validation.rule"})
package org.tabularium.validation.define;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
