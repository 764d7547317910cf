/// CDISC Dataset-JSON in its three forms. Takes JSON to the letter, gives columns of the kinds that the file declares. Must never
/// read past a contradiction
/// between the file's metadata and its rows. Nobody enters but through its providers.
///
/// Uses: dataset, dataset.dictionary, dataset.encoding, dataset.scan, finding.
@NullMarked
@Room(takes = "a Dataset-JSON file", gives = "its columns", never = "knows another format", uses = {"dataset",
    "dataset.dictionary", "dataset.encoding", "dataset.scan", "finding", "store"})
package org.tabularium.dataset.json;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
