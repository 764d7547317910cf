/// What formats share that are scanned row by row and declare little: columns that grow, the rows that stay, the columns that a
/// header names, and what kind
/// values have that nothing declares. Takes values one after the other, gives {@link org.tabularium.dataset.Dataset}s; must never
/// change how a value is written
/// that is no number.
///
/// Uses: dataset, dataset.dictionary, finding.
@NullMarked
@Room(takes = "rows of text", gives = "columns that are written while rows are scanned", never = "knows a format", uses = {
    "dataset", "dataset.dictionary", "finding"})
package org.tabularium.dataset.scan;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
