package org.tabularium.dataset.json;

import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetSource;
import org.tabularium.dataset.FileStart;
import org.tabularium.dataset.UnreadableDatasetException;

/// Dataset-JSON files (`.json`): one object.
public final class DatasetJsonFormat implements JsonFormat {

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

    @Override
    public DatasetFile open(DatasetSource source) throws UnreadableDatasetException {
        return DatasetJsonFile.open(source);
    }
}
