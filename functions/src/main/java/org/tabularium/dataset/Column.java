package org.tabularium.dataset;

import java.util.BitSet;

/// The values of one variable, one a row.
public sealed interface Column permits NumericColumn, TextColumn {

    Variable variable();

    /// Number of rows.
    int size();

    /// Whether the row has no value: any SAS missing value, or text of blanks only.
    boolean isMissing(int row);

    /// The rows that have no value. The caller may change the set.
    BitSet missing();

    /// The same values under another name.
    Column named(String name);

    /// The same values, described otherwise; the kind is the same.
    Column describedAs(Variable other);
}
