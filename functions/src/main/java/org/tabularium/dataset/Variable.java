package org.tabularium.dataset;

import java.util.Locale;

/// A variable of a dataset.
///
/// @param name upper case
/// @param label as the dataset gives it, else as declared ([DatasetDeclaration#label]); empty where there is neither
/// @param kind numeric or text
/// @param format SAS display format such as `DATE9.`; empty where there is none
public record Variable(String name, String label, Kind kind, String format) {

    /// The name of a column whose heading is written in some way: in capitals, and with one blank where the heading of a workbook
    /// breaks its line or has several.
    public static String nameOf(String heading) {
        return heading.strip().replaceAll("(?U)\\s+", " ").toUpperCase(Locale.ROOT);
    }
}
