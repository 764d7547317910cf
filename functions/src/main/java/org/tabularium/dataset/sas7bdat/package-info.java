/// SAS7BDAT, which SAS does not document: pages, the description of rows and variables, compressed rows, encodings. Takes a file, gives its columns. Must
/// never read a file in part. Nobody enters but through its provider.
///
/// Uses: dataset, dataset.dictionary, dataset.encoding, finding, store.
@NullMarked
package org.tabularium.dataset.sas7bdat;

import org.jspecify.annotations.NullMarked;
