package org.tabularium.result.display;

import java.util.List;
import java.util.Optional;
import org.tabularium.result.RowName;

/// What a computation says of itself in a footnote, as data: which rule was followed, who is left out, what could not be told.
/// `table.wording` makes the sentence, a class a family; a family is sealed, and a kind of rows may bring its own.
public interface Remark {

    /// A remark on one subgroup.
    ///
    /// @param variable of ADSL
    /// @param level of it
    record Within(String variable, String level, Remark remark) implements Remark {

        @Override
        public Optional<Remark> forNumbers() {
            return remark.forNumbers().map(needed -> new Within(variable, level, needed));
        }
    }

    /// What of it the numbers beside it cannot be read without, so that every house style prints it: which rows are left out, who
    /// is counted where, what was imputed, how limits and estimates are made, what a mark in a cell means; empty for nothing.
    default Optional<Remark> forNumbers() {
        return Optional.empty();
    }

    /// The name of the rows that it explains, the first of which has its footnote mark; empty for what is said of the table.
    default Optional<RowName> explains() {
        return Optional.empty();
    }

    /// What is said of the rows below one label, not of a whole table: it has a footnote mark there.
    interface OfRows {

        /// The label as the data give it, which is the [RowLabel.Given] of a row.
        String label();

        /// All of them, where it is said of several.
        default List<String> labels() {
            return List.of(label());
        }
    }
}
