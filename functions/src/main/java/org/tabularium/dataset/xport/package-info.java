/// SAS XPORT. Takes a file of version 5 or 8 with one member, gives its columns; text is decoded value by value, since the format
/// declares no encoding.
/// Must never read a file in part: one that is cut off, or holds a second dataset, is refused. Nobody enters but through its
/// provider.
///
/// Uses: dataset, dataset.dictionary, dataset.encoding, finding, store.
@NullMarked
@Room(takes = "a SAS XPORT file, version 5 or 8", gives = "its columns", never = "knows another format", uses = {"dataset",
    "dataset.dictionary", "dataset.encoding", "finding", "store"})
package org.tabularium.dataset.xport;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
