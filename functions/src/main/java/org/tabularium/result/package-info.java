/// Takes what was computed; gives results with their keys, selections and methods: an ARD. Never: holds printed words.
@NullMarked
@Room(takes = "what was computed", gives = "results with their keys, selections and methods: an ARD", never = "holds printed words", uses = {
    "shell"})
package org.tabularium.result;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
