/// Datasets: from bytes in any supported format to columns of primitives.
///
/// Takes a {@link org.tabularium.store.Content}, gives {@link org.tabularium.dataset.Dataset}s that hold only the columns and
/// rows asked for.
/// Knows nothing of studies, tables or statistics, and never guesses: what cannot be read whole and unambiguously is an
/// {@link org.tabularium.dataset.UnreadableDatasetException}. What all formats share is here; each format has a room below, which
/// is found by its provider
/// ({@link org.tabularium.dataset.DatasetFormat}) and never named here.
///
/// Uses: dataset.dictionary, finding, store.
@NullMarked
@Room(takes = "a file", gives = "its columns: Dataset, Column, Variable; what all formats share", never = "knows studies or tables, or a format by name", uses = {
    "dataset.dictionary", "finding", "store"})
package org.tabularium.dataset;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
