/// Where bytes come from and go to. The only stage, with `publish`, that touches a disk or a network. Gives the objects of a
/// study by name
/// ([org.tabularium.store.StudySource]) and the objects of a bucket by key ([org.tabularium.store.ObjectStore]); must never look
/// into them, and must never
/// read what lies outside the study.
@NullMarked
@Room(takes = "names", gives = "bytes, in a folder or wherever an `ObjectStore` keeps them, with conditional writes", never = "looks into the bytes; knows a format", uses = {
    "finding"})
package org.tabularium.store;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
