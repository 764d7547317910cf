package org.tabularium.study;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The columns that tables and rules ask for, before anything is read, so that each dataset is read once. Our names of datasets
/// and variables.
public final class RequestedColumns {

    private final Map<String, Set<String>> variables = new TreeMap<>();

    /// Asks for variables of a dataset; those the study lacks are passed over on reading.
    public void ask(String dataset, Collection<String> wanted) {
        variables.computeIfAbsent(dataset, d -> new LinkedHashSet<>()).addAll(wanted);
    }

    public void ask(String dataset, String... wanted) {
        ask(dataset, Set.of(wanted));
    }

    /// What was asked for, by dataset.
    public Map<String, Set<String>> variables() {
        return variables;
    }
}
