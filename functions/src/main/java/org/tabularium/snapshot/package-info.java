/// The exact content of a study at one moment: names, sizes, hashes, and a way to the bytes. Takes a store, gives a snapshot;
/// must never interpret
/// what is in the files, and nothing of a file but name, size and content may get into a snapshot's identity.
@NullMarked
@Room(takes = "a store", gives = "the exact content of a study, hashed", never = "reads datasets", uses = {"finding", "store"})
package org.tabularium.snapshot;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
