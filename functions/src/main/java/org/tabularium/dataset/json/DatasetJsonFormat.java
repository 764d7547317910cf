package org.tabularium.dataset.json;

import java.util.Optional;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetFormat;
import org.tabularium.dataset.DatasetSource;
import org.tabularium.dataset.FileStart;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.finding.Finding;

/// Dataset-JSON files (`.json`): one object.
public final class DatasetJsonFormat implements DatasetFormat {

    /// Whether the file begins as a JSON object with an attribute does.
    static boolean beginsAsObject(FileStart start) {
        return start.text().matches("(?s)\\{\\s*\".*");
    }

    @Override
    public String extension() {
        return "json";
    }

    @Override
    public String words() {
        return "a Dataset-JSON file";
    }

    @Override
    public boolean recognises(FileStart start) {
        return beginsAsObject(start);
    }

    /// What is neither is best told by reading it, unless it is plain text.
    @Override
    public boolean accepts(FileStart start) {
        return !start.isPlainText();
    }

    @Override
    public Finding mismatch(String fileName, FileStart start, Optional<String> other) {
        return DatasetFormat.super.mismatch(fileName, start, other)
                .remedy(other.isPresent()
                        ? "give it the extension of its format or deliver it as Dataset-JSON 1.1"
                        : "give it the extension of its format, .csv for CSV");
    }

    @Override
    public DatasetFile open(DatasetSource source) throws UnreadableDatasetException {
        return DatasetJsonFile.open(source);
    }
}
