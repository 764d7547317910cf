package org.tabularium.dataset.scan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tabularium.dataset.DatasetSource;
import org.tabularium.dataset.Kind;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.Variable;
import org.tabularium.finding.Finding;

/// The columns of a format that declares nothing but names: which variables they are, and of which kind if that is known before
/// the values.
///
/// An unnamed first column is taken for the row numbers that R and pandas write ([RowNumbers]) and is no variable.
///
/// @param variables in the order of the file; text for the time being where the values decide
/// @param kinds of each; empty where the values decide
/// @param rowNumbers whether a column without a name stands before them
public record NamedColumns(List<Variable> variables, List<Optional<Kind>> kinds, boolean rowNumbers) {

    /// The columns that a header names.
    ///
    /// @param header the names as they are; the first may be blank
    /// @throws UnreadableDatasetException where any other has no name, or two have the same
    public static NamedColumns of(DatasetSource source, List<String> header) throws UnreadableDatasetException {
        boolean rowNumbers = header.size() > 1 && header.getFirst().isBlank();
        List<Variable> variables = new ArrayList<>();
        List<Optional<Kind>> kinds = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String cell : rowNumbers ? header.subList(1, header.size()) : header) {
            String name = Variable.nameOf(cell);
            if (name.isEmpty()) {
                throw unnamed(source.name(), variables.size() + (rowNumbers ? 2 : 1));
            }
            if (!names.add(name)) {
                throw new UnreadableDatasetException(
                        Finding.error("DUPLICATE_VARIABLE", "the variable is in the header twice").in(source.name()).of(name)
                                .remedy("deliver each variable once"));
            }
            Optional<Kind> kind = source.declaration().kind(name);
            kinds.add(kind);
            variables.add(new Variable(name, "", kind.orElse(Kind.TEXT), ""));
        }
        return new NamedColumns(List.copyOf(variables), List.copyOf(kinds), rowNumbers);
    }

    /// Why a header cannot be read.
    ///
    /// @param number of the field without a name, from 1
    public static UnreadableDatasetException unnamed(String dataset, int number) {
        return new UnreadableDatasetException(
                Finding.error("MALFORMED_CSV", "the header's field number " + number + " has no name").in(dataset)
                        .remedy("name each column in the first line"));
    }
}
