package org.tabularium.dataset.csv;

import java.util.Optional;
import org.tabularium.dataset.DatasetFile;
import org.tabularium.dataset.DatasetFormat;
import org.tabularium.dataset.DatasetSource;
import org.tabularium.dataset.FileStart;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.finding.Finding;

/// CSV files (`.csv`), which nothing but the absence of other formats' signatures shows.
public final class CsvFormat implements DatasetFormat {

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public String words() {
        return "a CSV file";
    }

    @Override
    public boolean recognises(FileStart start) {
        return false;
    }

    @Override
    public boolean accepts(FileStart start) {
        return true;
    }

    @Override
    public Finding mismatch(String fileName, FileStart start, Optional<String> other) {
        return DatasetFormat.super.mismatch(fileName, start, other)
                .remedy("give it the extension of its format or deliver it as CSV");
    }

    @Override
    public DatasetFile open(DatasetSource source) throws UnreadableDatasetException {
        return CsvFile.open(source);
    }
}
