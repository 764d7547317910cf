package org.tabularium.dataset;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.tabularium.finding.Finding;

/// A dataset whose header is known and whose rows are not read yet. One implementation a format.
public interface DatasetFile {

    /// Name of the dataset, upper case: the file's name without extension.
    String name();

    /// Label of the dataset; may be empty.
    String label();

    /// The variables in the order of the file. Kinds are final where the format declares them (XPORT); a format without types
    /// (CSV) says TEXT here
    /// and decides on reading.
    List<Variable> variables();

    /// Reads the file once.
    ///
    /// @param wanted upper-case names of the variables to hold; names the file lacks are passed over
    /// @param notes takes warnings and notes met on the way (an encoding, say)
    /// @throws UnreadableDatasetException when the file cannot be read whole and unambiguously
    Dataset read(Set<String> wanted, Consumer<Finding> notes) throws UnreadableDatasetException;
}
