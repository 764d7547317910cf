package org.tabularium.publication.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabularium.publication.FindingCounts;
import org.tabularium.publication.StudyState;
import org.tabularium.publication.StudyStatus.Source;
import org.tabularium.publication.StudyStatus;
import org.tabularium.run.RunPaths;
import org.tabularium.run.Manifest;

/// A study in the catalogue.
///
/// @param latest its newest good run; null for none
/// @param status what happened last; null where that is not known
/// @param manifest of the newest good run; null for none
public record CatalogEntry(String study, @Nullable StudyStatus latest, @Nullable StudyStatus status,
        @Nullable Manifest manifest) {

    /// `reported`, `rejected`, `waiting` or `failed`.
    StudyState state() {
        return status == null ? StudyState.REPORTED : status.state();
    }

    /// When the newest of these datasets was written, ISO 8601.
    static Optional<String> newest(List<Source> snapshot) {
        return snapshot.stream().map(Source::lastModified).max(Comparator.naturalOrder());
    }

    /// What was found in what was looked at last; only where no report came of it, or with the report.
    List<FindingCounts> findings() {
        return status == null ? List.of() : FindingCounts.of(status.findings());
    }

    /// The files of the newest good run that are no table's own, the report itself first.
    List<Manifest.Output> reportFiles() {
        return outputs().stream().filter(o -> !RunPaths.isOfDisplay(o.path()))
                .sorted(Comparator.comparing((Manifest.Output o) -> !RunPaths.isReport(o.path()))
                        .thenComparing(Manifest.Output::path))
                .toList();
    }

    /// The files of one table of it.
    List<Manifest.Output> tableFiles(String table) {
        return outputs().stream().filter(o -> RunPaths.isOf(o.path(), table)).toList();
    }

    List<Manifest.Entry> tables() {
        return manifest == null ? List.of() : manifest.displays();
    }

    private List<Manifest.Output> outputs() {
        return manifest == null ? List.of() : manifest.outputs();
    }
}
