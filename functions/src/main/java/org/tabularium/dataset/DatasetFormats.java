package org.tabularium.dataset;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;

/// The formats that there are.
final class DatasetFormats {

    private static final List<DatasetFormat> ALL = ServiceLoader.load(DatasetFormat.class, DatasetFormat.class.getClassLoader())
            .stream().map(ServiceLoader.Provider::get).sorted(Comparator.comparing(DatasetFormat::extension)).toList();

    private DatasetFormats() {}

    /// The format of the file name's extension, in any letter case.
    static Optional<DatasetFormat> ofName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
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
