package org.tabularium.dataset.json;

import java.util.List;
import java.util.Optional;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetFormat;
import org.tabularium.dataset.DatasetSource;
import org.tabularium.dataset.FileStart;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.finding.Finding;

/// Compressed Dataset-NDJSON files (`.dsjc`): gzip, or zlib at any of its levels.
public final class DsjcFormat implements DatasetFormat {

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
        return DatasetJsonFile.openCompressed(source);
    }
}
