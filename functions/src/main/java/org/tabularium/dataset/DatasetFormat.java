package org.tabularium.dataset;

import java.util.Optional;
import org.tabularium.finding.Finding;

/// A file format that holds datasets: how its files are named and known, and who reads them.
///
/// Each format has a room of its own below this package and is found by [java.util.ServiceLoader]: its class is public, has a
/// constructor without parameters
/// and stands in `META-INF/services/org.tabularium.dataset.DatasetFormat`. In which order the class path gives them does not
/// matter: they are asked in the
/// alphabet's order of their extensions.
public interface DatasetFormat {

    /// The extension of its files, in small letters and without the point; no two formats have the same.
    String extension();

    /// What a person calls such a file, with its article: `a SAS XPORT file`.
    String words();

    /// Whether the file begins as only a file of this format does. Another format's file that begins so is refused under its
    /// name.
    boolean recognises(FileStart start);

    /// Whether a file with this format's extension may be opened although it is not [recognised][#recognises]: where the format
    /// has no signature, or where
    /// opening it says best what is wrong. Not asked where another format recognises the file.
    default boolean accepts(FileStart start) {
        return recognises(start);
    }

    /// What is said of a file that has this format's extension and is something else.
    ///
    /// @param fileName with its extension
    /// @param other what another format calls the file; empty where none recognises it
    default Finding mismatch(String fileName, FileStart start, Optional<String> other) {
        String is = other.orElse(start.isPlainText() ? "plain text" : "something else");
        return Finding.error("FORMAT_MISMATCH", "the file " + fileName + " is " + is + ", not " + words())
                .remedy("give it the extension of its format");
    }

    /// Opens a file and reads its header.
    ///
    /// @throws UnreadableDatasetException where that cannot be done; what is wrong with the rows may show on reading them only
    DatasetFile open(DatasetSource source) throws UnreadableDatasetException;
}
