package org.tabularium.run;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tabularium.shell.Edition;
import org.tabularium.snapshot.Sha256;
import org.tabularium.store.Content;
import org.tabularium.table.display.Display;

/// What a run was made of and what it made: `manifest.json`. Holds only what follows from content.
///
/// @param study the study's folder name
/// @param run the run's id
/// @param edition for whom it was made
/// @param created date or time of the documents (SOURCE_DATE_EPOCH, else the cut-off) in ISO 8601; null where neither is known
/// @param inputs every file that was read, sorted by name
/// @param ignored names of what lay in the folder and was not read
/// @param displays in the report's order
/// @param outputs every file of the run but the manifest itself, sorted by path
public record Manifest(String study, String run, Edition edition, @Nullable String created, Software software,
        SettingsFile settings,
        List<Input> inputs, List<String> ignored,
        List<Entry> displays, List<Output> outputs, Counts findings) {

    /// The manifest's own name in a run.
    public static final String FILE = RunPaths.MANIFEST;

    /// The format that is written; format 1, which had tables alone, is still read.
    public static final int FORMAT = 2;

    /// The manifest of a full edition.
    public Manifest(String study, String run, @Nullable String created, Software software, SettingsFile settings,
            List<Input> inputs, List<String> ignored, List<Entry> displays, List<Output> outputs, Counts findings) {
        this(study, run, Edition.FULL, created, software, settings, inputs, ignored, displays, outputs, findings);
    }

    public Manifest {
        inputs = List.copyOf(inputs);
        ignored = List.copyOf(ignored);
        displays = List.copyOf(displays);
        outputs = List.copyOf(outputs);
    }

    /// The same manifest for a run in which these files have other bytes.
    public Manifest withOutputs(Collection<Output> others) {
        Map<String, Output> byPath = new TreeMap<>();
        outputs.forEach(o -> byPath.put(o.path(), o));
        others.forEach(o -> byPath.put(o.path(), o));
        return new Manifest(study, run, edition, created, software, settings, inputs, ignored, displays,
                List.copyOf(byPath.values()),
                findings);
    }

    /// The same manifest with these displays alone.
    public Manifest of(Collection<String> ids) {
        return new Manifest(study, run, edition, created, software, settings, inputs, ignored,
                displays.stream().filter(d -> ids.contains(d.id())).toList(), outputs, findings);
    }

    /// The display of this id; else the only one with this printed number, alone ("14.3.1.1") or behind its kind
    /// ("Table 14.3.1.1", in any letter case).
    ///
    /// @return null where there is none, or where several have the number
    public @Nullable Entry display(String name) {
        List<Entry> byId = displays.stream().filter(d -> d.id().equals(name)).toList();
        List<Entry> found = byId.isEmpty() ? displays.stream().filter(d -> d.hasNumber(name)).toList() : byId;
        return found.size() == 1 ? found.getFirst() : null;
    }

    /// `study.yaml` as it was.
    ///
    /// @param sha256 of the file; null where the study has none
    /// @param text of the file; empty where the study has none
    public record SettingsFile(@Nullable String sha256, String text) {

        public static final SettingsFile NONE = new SettingsFile(null, "");
    }

    /// A file that was read.
    ///
    /// @param dataset the dataset's name; null for a template
    /// @param name relative to the study's folder
    /// @param size in bytes
    /// @param rows of the dataset; null for a template and for a dataset that no table needed
    public record Input(@Nullable String dataset, String name, long size, String sha256, @Nullable Long rows) {}

    /// A display of the report.
    ///
    /// @param kind table or listing
    /// @param id its name in files
    /// @param number printed number; empty for none
    /// @param reason why it was not produced; null when it was
    /// @param pages of its own PDF; null where none was made
    public record Entry(Display.Kind kind, String id, String number, String title, @Nullable String reason,
            @Nullable Integer pages) {

        public static Entry of(DisplayStatus status, @Nullable Integer pages) {
            return new Entry(status.kind(), status.name(), status.number(), status.title(), status.reason(), pages);
        }

        public boolean produced() {
            return reason == null;
        }

        private boolean hasNumber(String name) {
            return !number.isEmpty() && (name.equals(number) || name.equalsIgnoreCase(kind.label() + " " + number));
        }
    }

    /// A file of the run.
    ///
    /// @param path relative to the run's folder, with `/`
    /// @param size in bytes
    public record Output(String path, long size, String sha256) {

        public static Output of(String path, byte[] bytes) {
            return new Output(path, bytes.length, Sha256.of(bytes));
        }

        public static Output of(String path, Content content) throws IOException {
            return new Output(path, content.size(), Sha256.of(content));
        }
    }

    /// How many findings of each severity there were.
    public record Counts(long error, long warning, long note) {}
}
