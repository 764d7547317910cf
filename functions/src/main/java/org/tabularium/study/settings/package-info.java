/// Takes `study.yaml`; gives what it says, with its defaults. Never: decides what a number is.
@NullMarked
@Room(takes = "`study.yaml`", gives = "what it says, with its defaults", never = "decides what a number is", uses = {"finding",
    "snapshot", "store", "yaml"})
package org.tabularium.study.settings;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
