package org.tabularium.dataset.json;

import java.util.Optional;
import org.tabularium.dataset.DatasetFormat;
import org.tabularium.dataset.FileStart;
import org.tabularium.finding.Finding;

/// What the formats of Dataset-JSON have in common.
interface JsonFormat extends DatasetFormat {

    /// What is neither is best told by reading it, unless it is plain text.
    @Override
    default boolean accepts(FileStart start) {
        return !start.isPlainText();
    }

    @Override
    default Finding mismatch(String fileName, FileStart start, Optional<String> other) {
        return DatasetFormat.super.mismatch(fileName, start, other)
                .remedy(other.isPresent()
                        ? "give it the extension of its format or deliver it as Dataset-JSON 1.1"
                        : "give it the extension of its format, .csv for CSV");
    }
}
