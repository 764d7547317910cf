package org.tabularium.dataset.json;

import java.util.List;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetSource;
import org.tabularium.dataset.FileStart;
import org.tabularium.dataset.UnreadableDatasetException;

/// Compressed Dataset-NDJSON files (`.dsjc`): gzip, or zlib at any of its levels.
public final class DsjcFormat implements JsonFormat {

    private static final List<String> SIGNATURES = List.of("\u001f\u008b", "x\u0001", "x^", "x\u009c", "x\u00da");

    @Override
    public String extension() {
        return "dsjc";
    }

    @Override
    public String words() {
        return "a compressed Dataset-JSON file";
    }

    @Override
    public boolean recognises(FileStart start) {
        return SIGNATURES.stream().anyMatch(start::has);
    }

    @Override
    public DatasetFile open(DatasetSource source) throws UnreadableDatasetException {
        return DatasetJsonFile.openCompressed(source);
    }
}
