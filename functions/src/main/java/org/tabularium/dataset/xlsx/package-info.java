/// Excel workbooks. Takes a workbook, gives the columns of one sheet; its zip and XML are read here, in the part that tables
/// need. Must never calculate a
/// formula, follow a link or unpack beyond the limits. Nobody enters but through its provider.
///
/// Uses: dataset, dataset.dictionary, dataset.encoding, dataset.scan, finding, store.
@NullMarked
@Room(takes = "an Excel workbook", gives = "the columns of one sheet", never = "knows another format", uses = {"dataset",
    "dataset.dictionary", "dataset.encoding", "dataset.scan", "finding", "store"})
package org.tabularium.dataset.xlsx;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
