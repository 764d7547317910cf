/// SAS7BDAT, which SAS does not document: pages, the description of rows and variables, compressed rows, encodings. Takes a file,
/// gives its columns. Must
/// never read a file in part. Nobody enters but through its provider.
///
/// Uses: dataset, dataset.dictionary, dataset.encoding, finding, store.
@NullMarked
@Room(takes = "a SAS7BDAT file", gives = "its columns", never = "knows another format; reads a file in part", uses = {"dataset",
    "dataset.dictionary", "dataset.encoding", "finding", "store"})
package org.tabularium.dataset.sas7bdat;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
