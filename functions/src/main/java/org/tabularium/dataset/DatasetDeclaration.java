package org.tabularium.dataset;

import java.util.Map;
import java.util.Optional;

/// What a study says of a dataset that its file does not.
///
/// @param kinds by upper-case name of a column the kind that it must have, for formats that declare none; empty where its values
///     decide although ADaM knows a
///     variable of its name. Columns that are not named have the kind that ADaM gives their own name
/// @param sheet which sheet of a workbook holds the dataset; empty for the first
/// @param label of the dataset; empty for none
/// @param labels by upper-case name of a column its label; those that are not named have the one that ADaM gives their name
public record DatasetDeclaration(Map<String, Optional<Kind>> kinds, Optional<String> sheet, String label,
        Map<String, String> labels) {

    /// Nothing is said.
    public static final DatasetDeclaration NONE = new DatasetDeclaration(Map.of(), Optional.empty());

    public DatasetDeclaration {
        kinds = Map.copyOf(kinds);
        labels = Map.copyOf(labels);
    }

    /// Nothing is said of labels.
    public DatasetDeclaration(Map<String, Optional<Kind>> kinds, Optional<String> sheet) {
        this(kinds, sheet, "", Map.of());
    }

    /// The label of a column whose file gives none; empty where nobody knows one.
    public String label(String column) {
        String declared = labels.getOrDefault(column, "");
        return declared.isEmpty() ? AdamVariables.label(column) : declared;
    }

    /// The kind that a column of a format without kinds must have; empty where its values decide.
    public Optional<Kind> kind(String column) {
        Optional<Kind> declared = kinds.get(column);
        return declared == null ? AdamVariables.kind(column) : declared;
    }
}
