package org.tabularium.study.define;

import java.util.Map;

/// What define.xml says of a study's datasets.
///
/// @param file its name in the study's folder; empty where there is none that can be read
/// @param datasets by upper-case name, in the order of the file
public record Definition(String file, Map<String, DefinedDataset> datasets) {

    /// Nothing is said.
    public static final Definition NONE = new Definition("", Map.of());

    /// Whether there is a definition that could be read.
    public boolean isGiven() {
        return !file.isEmpty();
    }
}
