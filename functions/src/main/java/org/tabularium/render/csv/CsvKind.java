package org.tabularium.render.csv;

import java.util.Locale;

/// For whom CSV files are written.
public enum CsvKind {
    /// For programs: UTF-8 without a byte order mark, labels indented by blanks.
    PLAIN,
    /// For a double click on Windows: with a byte order mark, by which Excel knows UTF-8, and the labels' levels in a column of
    /// their own.
    EXCEL;

    /// The word on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of a word on the command line.
    ///
    /// @param word `plain` or `excel`
    public static CsvKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
