package org.tabularium.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tabularium.finding.Finding;

/// The variables of a format that declares nothing but names.
public final class NamedColumns {

    private NamedColumns() {}

    /// The variables that a header names: those that ADaM knows with its label and kind, the others as text for the time being.
    public static List<Variable> variables(String dataset, List<String> header) throws UnreadableDatasetException {
        List<Variable> variables = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String cell : header) {
            String name = cell.strip().toUpperCase(Locale.ROOT);
            if (name.isEmpty()) {
                throw new UnreadableDatasetException(
                        Finding.error("MALFORMED_CSV", "the header's field number " + (variables.size() + 1) + " has no name")
                                .in(dataset).remedy("name each column in the first line"));
            }
            if (!names.add(name)) {
                throw new UnreadableDatasetException(
                        Finding.error("DUPLICATE_VARIABLE", "the variable is in the header twice").in(dataset).of(name)
                                .remedy("deliver each variable once"));
            }
            variables.add(new Variable(name, AdamVariables.label(name), AdamVariables.kind(name).orElse(Kind.TEXT), ""));
        }
        return List.copyOf(variables);
    }
}
