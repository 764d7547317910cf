/// CSV. Takes text in any of the encodings that its bytes show, gives columns whose kinds ADaM or all of their values decide. Must never change how a value
/// is written that could be an identifier. Nobody enters but through its provider.
///
/// Uses: dataset, dataset.dictionary, dataset.encoding, dataset.scan, finding, store.
@NullMarked
package org.tabularium.dataset.csv;

import org.jspecify.annotations.NullMarked;
