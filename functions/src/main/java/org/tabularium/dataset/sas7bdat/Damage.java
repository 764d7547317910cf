package org.tabularium.dataset.sas7bdat;

import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.finding.Finding;

/// What is said of a file that cannot be read whole.
///
/// @param dataset its name
record Damage(String dataset) {

    /// The file contradicts itself, or has what is not known.
    ///
    /// @param what the rest of the sentence, with its place in the file
    UnreadableDatasetException malformed(String what) {
        return new UnreadableDatasetException(
                Finding.error("MALFORMED_SAS7BDAT", "the SAS7BDAT file is damaged, or of a kind that cannot be read: " + what)
                        .in(dataset).remedy("deliver the file again, or the dataset as SAS XPORT (.xpt)"));
    }

    /// The file ends too soon.
    UnreadableDatasetException cutOff(long size, long promised) {
        return new UnreadableDatasetException(
                Finding.error("TRUNCATED_FILE", "the file is cut off: it has " + size + " of " + promised + " bytes").in(dataset)
                        .remedy("deliver the file again"));
    }

    /// Rows are lost, or too many.
    ///
    /// @param promised how many the file says that it has
    /// @param found how many there are, or how many were found before it was clear that there are too many
    UnreadableDatasetException otherRows(long promised, long found) {
        return new UnreadableDatasetException(Finding
                .error("TRUNCATED_FILE",
                        "the file is cut off or damaged: it says that it has " + promised + " rows and holds "
                                + (found > promised ? "more" : Long.toString(found)))
                .in(dataset).at(Math.min(found, promised) + 1).remedy("deliver the file again"));
    }
}
