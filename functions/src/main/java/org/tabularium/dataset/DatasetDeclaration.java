package org.tabularium.dataset;

import java.util.Map;
import java.util.Optional;

/// What a study says of a dataset that its file does not.
///
/// @param kinds by upper-case name of a column the kind that it must have, for formats that declare none; empty where its values
///     decide although ADaM knows a
///     variable of its name. Columns that are not named have the kind that ADaM gives their own name
/// @param sheet which sheet of a workbook holds the dataset; empty for the first
public record DatasetDeclaration(Map<String, Optional<Kind>> kinds, Optional<String> sheet) {

    /// Nothing is said.
    public static final DatasetDeclaration NONE = new DatasetDeclaration(Map.of(), Optional.empty());

    public DatasetDeclaration {
        kinds = Map.copyOf(kinds);
    }

    /// The kind that a column of a format without kinds must have; empty where its values decide.
    public Optional<Kind> kind(String column) {
        Optional<Kind> declared = kinds.get(column);
        return declared == null ? AdamVariables.kind(column) : declared;
    }
}
