package org.tabularium.dataset.json;

import java.util.Optional;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetFormat;
import org.tabularium.dataset.DatasetSource;
import org.tabularium.dataset.FileStart;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.finding.Finding;

/// Dataset-NDJSON files (`.ndjson`): an object, then an array a row. Which of the two JSON files one is shows on reading.
public final class DatasetNdjsonFormat implements DatasetFormat {

    @Override
    public String extension() {
        return "ndjson";
    }

    @Override
    public String words() {
        return "a Dataset-NDJSON file";
    }

    @Override
    public boolean recognises(FileStart start) {
        return DatasetJsonFormat.beginsAsObject(start);
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
        return DatasetJsonFile.openLines(source);
    }
}
