package org.tabularium.publication;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.Finding;
import org.tabularium.run.Software;

/// What is said of a study in the reports bucket: `status.json`, and `latest.json` for a study that is reported.
///
/// @param state what happened last; always [StudyState#REPORTED] in `latest.json`
/// @param run the run of this snapshot; null where none was made
/// @param snapshot the object versions that were looked at: datasets, study.yaml and the study's own templates, sorted by key
/// @param ignored names of what else lay there, sorted
/// @param software what made it
/// @param sequence one higher with each change
/// @param findings of this snapshot; always empty in `latest.json`
public record StudyStatus(String study, StudyState state, @Nullable String run, List<Source> snapshot, List<String> ignored,
        Software software, long sequence, List<Finding> findings) {

    public StudyStatus {
        snapshot = List.copyOf(snapshot);
        ignored = List.copyOf(ignored);
        findings = List.copyOf(findings);
    }

    /// One object that was looked at.
    ///
    /// @param sha256 null where it was not read
    /// @param lastModified as the store gives it, ISO 8601
    public record Source(String key, String versionId, @Nullable String sha256, String lastModified) {

        boolean isVersionOf(Source other) {
            return key.equals(other.key) && versionId.equals(other.versionId);
        }
    }

    /// Whether this speaks of exactly these object versions.
    boolean isOf(List<Source> sources) {
        if (snapshot.size() != sources.size()) {
            return false;
        }
        for (int i = 0; i < sources.size(); i++) {
            if (!snapshot.get(i).isVersionOf(sources.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// The hash of an object version, where it is known.
    Optional<String> sha256(Source source) {
        return snapshot.stream().filter(s -> s.isVersionOf(source)).findFirst().map(Source::sha256);
    }
}
