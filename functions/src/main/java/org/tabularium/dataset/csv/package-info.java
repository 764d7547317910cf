/// CSV. Takes text in any of the encodings that its bytes show, gives columns whose kinds ADaM or all of their values decide.
/// Must never change how a value
/// is written that could be an identifier. Nobody enters but through its provider.
///
/// Uses: dataset, dataset.dictionary, dataset.encoding, dataset.scan, finding, store.
@NullMarked
@Room(takes = "a CSV file", gives = "its columns", never = "knows another format", uses = {"dataset", "dataset.dictionary",
    "dataset.encoding", "dataset.scan", "finding", "store"})
package org.tabularium.dataset.csv;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
