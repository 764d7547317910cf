/// CDISC Dataset-JSON in its three forms. Takes JSON to the letter, gives columns of the kinds that the file declares. Must never read past a contradiction
/// between the file's metadata and its rows. Nobody enters but through its providers.
///
/// Uses: dataset, dataset.dictionary, dataset.encoding, dataset.scan, finding.
@NullMarked
package org.tabularium.dataset.json;

import org.jspecify.annotations.NullMarked;
