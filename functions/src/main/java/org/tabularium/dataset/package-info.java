/// Datasets: from bytes in any supported format to columns of primitives.
///
/// Takes a {@link org.tabularium.store.Content}, gives {@link org.tabularium.dataset.Dataset}s that hold only the columns and rows asked for.
/// Knows nothing of studies, tables or statistics, and never guesses: what cannot be read whole and unambiguously is an
/// {@link org.tabularium.dataset.UnreadableDatasetException}.
@NullMarked
@Room(takes = "a file", gives = "its columns: Dataset, Column, Variable; what all formats share",
        never = "knows studies or tables, or a format by name",
        uses = {"finding", "store"})
package org.tabularium.dataset;

import org.jspecify.annotations.NullMarked;
import org.tabularium.Room;
