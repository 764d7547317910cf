package org.tabularium.snapshot;

import java.util.List;
import org.tabularium.store.Content;

/// The exact content of a study at one moment.
///
/// @param folder the folder's name: keys and paths use it, never the printed name
/// @param files sorted by name; `study.yaml`, datasets, `templates/*.yaml`, and whatever else lies there
public record StudySnapshot(String folder, List<File> files) {

    public StudySnapshot {
        files = files.stream().sorted(java.util.Comparator.comparing(File::name)).toList();
    }

    /// One file of the study.
    ///
    /// @param name relative to the study's folder, with `/`
    /// @param sha256 of the content, 64 lower-case hex digits
    public record File(String name, String sha256, Content content) {}
}
