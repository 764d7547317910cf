package org.tabularium.dataset;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;

/// Opens datasets, whatever their format.
public final class DatasetFiles {

    private static final Set<String> EXTENSIONS = Set.of("xpt", "csv", "json", "ndjson", "xlsx", "sas7bdat");

    private DatasetFiles() {}

    /// Whether a file's extension is that of a dataset format.
    public static boolean isDataset(String fileName) {
        return EXTENSIONS.contains(fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /// Opens a dataset.
    @SuppressWarnings("DoNotCallSuggester") // the readers replace this
    public static DatasetFile open(String fileName, Content content, Consumer<Finding> notes)
            throws UnreadableDatasetException {
        throw new UnreadableDatasetException(
                Finding.error("FORMAT_NOT_SUPPORTED_YET", "cannot be read yet").in(fileName));
    }
}
