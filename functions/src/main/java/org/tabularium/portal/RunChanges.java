package org.tabularium.portal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabularium.portal.StudyReports.Report;
import org.tabularium.publication.StudyKeys;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.Manifest;
import org.tabularium.run.RunPaths;
import org.tabularium.run.folder.RunDiff;
import org.tabularium.run.folder.RunFiles;
import org.tabularium.store.ObjectStore;
import org.tabularium.store.StoredObject;

/// What is other in one run than in another: which displays, by the manifests alone; and cell by cell, by fetching only their
/// files.
///
/// @param before the earlier run
/// @param after the later one
record RunChanges(Report before, Report after) {

    private static final Set<String> PLAIN = Set.of("csv", "md", "svg");

    /// A display that is not what it was.
    ///
    /// @param how for people
    record OfDisplay(Manifest.Entry display, String how) {}

    /// The displays that are other, in the later run's order, then those that are gone.
    List<OfDisplay> displays() {
        Map<String, Manifest.Entry> old = byId(before.manifest());
        List<OfDisplay> changes = new ArrayList<>();
        for (Manifest.Entry entry : after.manifest().displays()) {
            Manifest.Entry was = old.remove(entry.id());
            String how = how(was, entry);
            if (how != null) {
                changes.add(new OfDisplay(entry, how));
            }
        }
        old.values().stream().filter(Manifest.Entry::produced).forEach(gone -> changes.add(new OfDisplay(gone, "gone")));
        return changes;
    }

    private @Nullable String how(Manifest.@Nullable Entry was, Manifest.Entry is) {
        if (was == null) {
            return is.produced() ? "new" : null;
        }
        if (was.produced() != is.produced()) {
            return is.produced() ? "now produced" : "no longer produced";
        }
        return is.produced() && !looksAlike(was, is) ? "changed" : null;
    }

    private boolean looksAlike(Manifest.Entry was, Manifest.Entry is) {
        return was.title().equals(is.title()) && was.number().equals(is.number()) && sameFile(is.id());
    }

    /// Whether what the display shows is the same: by its files of plain text, else by all of them.
    private boolean sameFile(String id) {
        List<String> was = shown(before.manifest(), id);
        return !was.isEmpty() && was.equals(shown(after.manifest(), id));
    }

    private static List<String> shown(Manifest manifest, String id) {
        List<Manifest.Output> own = manifest.outputs().stream().filter(o -> RunPaths.isOf(o.path(), id)).toList();
        List<Manifest.Output> plain = own.stream().filter(o -> PLAIN.contains(o.path().substring(o.path().lastIndexOf('.') + 1)))
                .toList();
        return (plain.isEmpty() ? own : plain).stream().map(o -> o.path() + " " + o.sha256()).sorted().toList();
    }

    private static Map<String, Manifest.Entry> byId(Manifest manifest) {
        Map<String, Manifest.Entry> byId = new LinkedHashMap<>();
        manifest.displays().forEach(d -> byId.put(d.id(), d));
        return byId;
    }

    /// The changes cell by cell.
    ///
    /// @throws IOException where the store fails, or a run's files cannot be understood
    List<RunDiff.Change> cells(ObjectStore reports, StudyKeys keys) throws IOException {
        List<String> changed = displays().stream().map(c -> c.display().id()).toList();
        try {
            return RunDiff.between(StoredRun.of(reports, keys, before, changed), StoredRun.of(reports, keys, after, changed));
        } catch (BrokenRunException e) {
            throw new IOException("a run of %s cannot be compared: %s".formatted(keys.study(), e.getMessage()), e);
        }
    }

    /// A run in the bucket as far as these displays go; its files are fetched when they are asked for.
    private record StoredRun(ObjectStore reports, StudyKeys keys, Manifest manifest) implements RunFiles {

        static StoredRun of(ObjectStore reports, StudyKeys keys, Report report, List<String> displays) {
            return new StoredRun(reports, keys, report.manifest().of(displays));
        }

        @Override
        public byte[] bytes(String path) throws IOException {
            // Only what the manifest names; RunDiff asks for nothing else.
            return reports.get(keys.file(manifest.run(), path)).filter(o -> has(path)).map(StoredObject::bytes)
                    .orElseThrow(() -> new IOException(path + " of run " + manifest.run() + " is missing"));
        }

        @Override
        public String place() {
            return "run " + manifest.run();
        }
    }
}
