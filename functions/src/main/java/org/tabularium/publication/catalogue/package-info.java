/// Takes the state of a study; gives its entry in the catalogue, and lists of entries to those who may see them. Never: shows
/// a value or
/// a subject, writes what all studies share.
@NullMarked
@Room(takes = "the state of a study", gives = "its entry in the catalogue, and lists of entries", never = "shows a value or a subject; writes what all studies share", uses = {
    "finding", "publication", "run", "store"})
package org.tabularium.publication.catalogue;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
