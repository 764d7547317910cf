package org.tabularium.dataset.json;

import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetSource;
import org.tabularium.dataset.FileStart;
import org.tabularium.dataset.UnreadableDatasetException;

/// Dataset-NDJSON files (`.ndjson`): an object, then an array a row. Which of the two JSON files one is shows on reading.
public final class DatasetNdjsonFormat implements JsonFormat {

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

    @Override
    public DatasetFile open(DatasetSource source) throws UnreadableDatasetException {
        return DatasetJsonFile.openLines(source);
    }
}
