package org.tabularium.study.define;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/// What define.xml says of a study's datasets.
///
/// @param file its name in the study's folder; empty where there is none that can be read
/// @param datasets by upper-case name, in the order of the file
/// @param dictionaries coding dictionaries of variables, as study.yaml calls them → their versions
public record Definition(String file, Map<String, DefinedDataset> datasets,
        SortedMap<String, SortedSet<String>> dictionaries) {

    /// Nothing is said.
    public static final Definition NONE = new Definition("", Map.of(), new TreeMap<>());

    /// Whether there is a definition that could be read.
    public boolean isGiven() {
        return !file.isEmpty();
    }
}
