package org.tabularium.dataset;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tabularium.Providers;

/// The formats that there are.
final class DatasetFormats {

    private static final List<DatasetFormat> ALL = Providers.of(DatasetFormat.class).stream()
            .sorted(Comparator.comparing(DatasetFormat::extension)).toList();

    private static final String GZIP = ".gz";

    private DatasetFormats() {}

    /// Whether the file's name says that it was packed by gzip.
    static boolean isGzipped(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(GZIP);
    }

    /// The format of the file name's extension, in any letter case, also with `.gz` behind it.
    static Optional<DatasetFormat> ofName(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        String name = isGzipped(lower) ? lower.substring(0, lower.length() - GZIP.length()) : lower;
        return ALL.stream().filter(format -> name.endsWith("." + format.extension())).findFirst();
    }

    /// The first format that recognises the file; empty for plain text such as CSV and for anything unknown.
    static Optional<DatasetFormat> ofContent(FileStart start) {
        return ALL.stream().filter(format -> format.recognises(start)).findFirst();
    }

    /// All of them, in the order in which they are asked.
    static List<DatasetFormat> all() {
        return ALL;
    }
}
