/// Takes the time that is left; gives work that ends before Lambda ends it. Never: knows what the work is.
@NullMarked
@Room(takes = "the time that is left", gives = "work that ends before Lambda ends it", never = "knows what the work is", uses = {
    "store"})
package org.tabularium.lambda.deadline;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
