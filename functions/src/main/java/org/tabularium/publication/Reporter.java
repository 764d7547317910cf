package org.tabularium.publication;

import java.util.SortedMap;
import org.tabularium.finding.RejectedException;
import org.tabularium.snapshot.StudySnapshot;

/// What the publishing protocol asks of the rest of the program. Files that cannot be read for a reason outside of them give an
/// [java.io.UncheckedIOException].
public interface Reporter {

    /// The id that the study's run has, without making it.
    ///
    /// @throws RejectedException where not even the settings can be read
    String run(StudySnapshot snapshot) throws RejectedException;

    /// The files of the run: relative name → bytes, with `manifest.json` among them.
    ///
    /// @throws RejectedException where no report can be made of the study; its findings say why
    SortedMap<String, byte[]> report(StudySnapshot snapshot) throws RejectedException;
}
