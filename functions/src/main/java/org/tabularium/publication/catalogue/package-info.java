/// Takes the states of all studies; gives the catalogue of a bucket. Never: shows a value or a subject.
@NullMarked
@Room(takes = "the states of all studies", gives = "the catalogue of a bucket", never = "shows a value or a subject", uses = {
    "publication", "run", "snapshot", "store"})
package org.tabularium.publication.catalogue;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
