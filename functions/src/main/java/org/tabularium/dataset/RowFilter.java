package org.tabularium.dataset;

import java.util.Set;

/// Chooses rows while a dataset is scanned, so that the others are never held.
public interface RowFilter {

    /// Keeps every row.
    RowFilter ALL = new RowFilter() {
        @Override
        public Set<String> variables() {
            return Set.of();
        }

        @Override
        public boolean keep(Row row) {
            return true;
        }
    };

    /// The variables the filter looks at; a dataset that lacks one of them gives a missing value for it.
    Set<String> variables();

    /// Whether the row stays.
    boolean keep(Row row);

    /// The row under the scan; valid only during [#keep].
    ///
    /// A variable whose kind only the whole file tells (CSV, for variables that [AdamVariables] does not know) shows both its
    /// text and, where that is a
    /// number, its number.
    interface Row {
        /// The number; NaN where missing, absent or not numeric.
        double number(String variable);

        /// The text without trailing blanks; empty where missing, absent or not text.
        String text(String variable);
    }
}
