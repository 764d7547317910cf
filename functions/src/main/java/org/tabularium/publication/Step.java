package org.tabularium.publication;

import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.Finding;
import org.tabularium.publication.StudyStatus.Source;
import org.tabularium.run.Manifest;
import org.tabularium.store.ObjectVersion;

/// Where a publication stands: what it knows, and what it does next. Each step calls a store once, or reads what never changes,
/// so that a test can let
/// others act, or let the handler die, between any two.
sealed interface Step {

    /// Reads `latest.json` (step 1 of the design).
    record ReadLatest() implements Step {}

    /// Reads `status.json` (step 1).
    record ReadStatus(@Nullable Read latest) implements Step {}

    /// Lists the study, and ends where that state is known already (steps 2 and 3).
    record ListStudy(@Nullable Read latest, @Nullable Read status) implements Step {}

    /// Hashes what is new and builds, unless the run is there (step 4).
    record Build(Seen seen) implements Step {}

    /// Writes files of the run that are not written yet (step 5).
    ///
    /// @param others files that were there already with other bytes
    record WriteFiles(Seen seen, Conclusion conclusion, NavigableMap<String, byte[]> files,
            List<Manifest.Output> others) implements Step {}

    /// Writes the manifest (step 5).
    record WriteManifest(Seen seen, Conclusion conclusion, List<Manifest.Output> others) implements Step {}

    /// Lists again (step 6).
    record ListAgain(Seen seen, Conclusion conclusion) implements Step {}

    /// Writes `latest.json` (step 7); good runs only.
    record WriteLatest(Seen seen, Conclusion conclusion) implements Step {}

    /// Writes `status.json` (step 7).
    record WriteStatus(Seen seen, Conclusion conclusion) implements Step {}

    /// Lists a last time: a state that came back exactly as it was before (a delete marker removed) is settled in the eyes of
    /// everybody who looked before
    /// `status.json` was written.
    record ListLast(Seen seen, Publication.Outcome outcome) implements Step {}

    /// The study's state is published, by this publication or by another one.
    record Done(Publication.Outcome outcome) implements Step {}

    /// One of the two pointers as it was read.
    ///
    /// @param status null where the object is damaged
    record Read(@Nullable StudyStatus status, String eTag) {}

    /// What steps 1 and 2 saw.
    ///
    /// @param versions of all objects below the study's prefix
    record Seen(@Nullable Read latest, @Nullable Read status, List<ObjectVersion> versions) {

        /// One higher than what either pointer says.
        long nextSequence() {
            return 1 + Math.max(sequence(latest), sequence(status));
        }

        private static long sequence(@Nullable Read read) {
            return read == null || read.status() == null ? 0 : read.status().sequence();
        }
    }

    /// What is to be said of the study as it was seen.
    ///
    /// @param manifest of the run; null where none was made
    record Conclusion(StudyState state, @Nullable String run, List<Source> snapshot, List<String> ignored, List<Finding> findings,
            @Nullable Manifest manifest) {}
}
