package org.tabularium.dataset;

/// A variable of a dataset.
///
/// @param name upper case
/// @param label as the dataset gives it, else as declared ([DatasetDeclaration#label]); empty where there is neither
/// @param kind numeric or text
/// @param format SAS display format such as `DATE9.`; empty where there is none
public record Variable(String name, String label, Kind kind, String format) {}
