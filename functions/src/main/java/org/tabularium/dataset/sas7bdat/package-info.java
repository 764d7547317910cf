/// SAS7BDAT, read through parso. Takes a file, gives its columns. Must never read a file in part. Nobody enters but through its provider.
///
/// Uses: dataset, dataset.dictionary, dataset.encoding, dataset.scan, finding, store.
@NullMarked
package org.tabularium.dataset.sas7bdat;

import org.jspecify.annotations.NullMarked;
