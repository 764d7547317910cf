package org.tabularium.publication;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.tabularium.finding.Finding;
import org.tabularium.finding.RejectedException;
import org.tabularium.publication.Step.ListAgain;
import org.tabularium.publication.Step.Read;
import org.tabularium.publication.Step.Seen;
import org.tabularium.publication.Step.Conclusion;
import org.tabularium.publication.Step.WriteFiles;
import org.tabularium.publication.StudyStatus.Source;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.FindingsJson;
import org.tabularium.run.Manifest;
import org.tabularium.run.ManifestJson;
import org.tabularium.snapshot.Sha256;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.Content;
import org.tabularium.store.ObjectStore;
import org.tabularium.store.ObjectVersion;
import org.tabularium.store.StoredObject;
import org.tabularium.study.settings.StudyYaml;

/// From the object versions of a study to what is to be said of it (step 4).
final class RunBuilding {

    private static final String FINDINGS = "findings.json";
    private static final String ADSL_MISSING = "ADSL_MISSING";
    /// From so many bytes on a file is hashed by itself.
    private static final int LARGE = 8 << 20;

    private final StudyKeys keys;
    private final Seen seen;
    private final StudyObjects objects;
    private final Map<String, Content> contents = new LinkedHashMap<>();
    private final IdentityHashMap<Content, ObjectVersion> versions = new IdentityHashMap<>();
    private final ObjectStore uploads;
    private final ObjectStore reports;

    RunBuilding(StudyKeys keys, Seen seen, ObjectStore uploads, ObjectStore reports) {
        this.keys = keys;
        this.seen = seen;
        this.objects = StudyObjects.of(keys, seen.versions());
        this.reports = reports;
        this.uploads = uploads;
        objects.inputs().forEach((name, version) -> {
            Content content = uploads.content(version);
            contents.put(name, content);
            versions.put(content, version);
        });
    }

    Step step(Reporter reporter, ParallelCalls sideBySide) throws IOException {
        Optional<String> awaited = awaitedMarker();
        if (awaited.isPresent()) {
            return new ListAgain(seen, objects.conclusion(StudyState.WAITING, List.of(), List.of(incomplete(awaited.get()))));
        }
        List<String> sha256 = sha256(sideBySide);
        StudySnapshot snapshot = snapshot(sha256);
        try {
            String run = reporter.run(snapshot);
            Optional<StoredObject> manifest = reports.get(keys.file(run, Manifest.FILE));
            return manifest.isPresent()
                    ? new ListAgain(seen, objects.reported(run, sha256, findings(run), manifest(run, manifest.get().bytes())))
                    : made(run, sha256, new TreeMap<>(reporter.report(snapshot)));
        } catch (RejectedException e) {
            boolean waiting = e.findings().stream().anyMatch(f -> f.code().equals(ADSL_MISSING));
            return new ListAgain(seen,
                    objects.conclusion(waiting ? StudyState.WAITING : StudyState.REJECTED, sha256, e.findings()));
        }
    }

    private Step made(String run, List<String> sha256, NavigableMap<String, byte[]> files) throws IOException {
        byte[] manifest = files.remove(Manifest.FILE);
        byte[] findings = files.getOrDefault(FINDINGS, new byte[0]);
        if (manifest == null) {
            throw new IllegalStateException("the run " + run + " has no manifest");
        }
        Conclusion conclusion = objects.reported(run, sha256, FindingsJson.read(findings), manifest(run, manifest));
        return new WriteFiles(seen, conclusion, files, List.of());
    }

    private static Manifest manifest(String run, byte[] bytes) throws IOException {
        try {
            return ManifestJson.read(bytes);
        } catch (BrokenRunException e) {
            throw new IOException("the manifest of run %s cannot be understood: %s".formatted(run, e.getMessage()), e);
        }
    }

    /// What the run that is there found.
    private List<Finding> findings(String run) throws IOException {
        return reports.get(keys.file(run, FINDINGS)).map(o -> FindingsJson.read(o.bytes())).orElse(List.of());
    }

    /// The marker that study.yaml waits for, where it is not there.
    private Optional<String> awaitedMarker() throws IOException {
        Content settings = contents.get(StudyYaml.FILE);
        Optional<String> marker = settings == null ? Optional.empty() : StudyYaml.deliveryMarker(settings);
        return marker.filter(m -> !objects.names().contains(m));
    }

    private static Finding incomplete(String marker) {
        return Finding.note("DELIVERY_INCOMPLETE", "the delivery is not complete: " + marker + " is not there yet")
                .remedy("upload it when all datasets are there");
    }

    /// The hashes of the inputs in their order: of versions that either pointer knows, and of the others, read now. Small ones
    /// side by side; a large one
    /// is fetched in ranges side by side as it is, and several of those would need more memory than they save time.
    private List<String> sha256(ParallelCalls sideBySide) throws IOException {
        List<StudyStatus> known = new ArrayList<>();
        for (Read read : Arrays.asList(seen.latest(), seen.status())) {
            if (read != null && read.status() != null) {
                known.add(read.status());
            }
        }
        IdentityHashMap<Content, String> hashes = new IdentityHashMap<>();
        List<Content> fresh = new ArrayList<>();
        List<Content> inOrder = List.copyOf(contents.values());
        for (Source source : objects.sources()) {
            Content content = inOrder.get(hashes.size() + fresh.size());
            Optional<String> hash = known.stream().flatMap(k -> k.sha256(source).stream()).findFirst();
            hash.ifPresentOrElse(h -> hashes.put(content, h), () -> fresh.add(content));
        }
        List<Content> small = fresh.stream().filter(c -> c.size() < LARGE).toList();
        List<Callable<String>> calls = small.stream().map(c -> (Callable<String>) () -> hash(c)).toList();
        List<String> found = sideBySide.all(calls);
        for (int i = 0; i < small.size(); i++) {
            hashes.put(small.get(i), found.get(i));
        }
        for (Content content : fresh) {
            if (content.size() >= LARGE) {
                hashes.put(content, hash(content));
            }
        }
        return inOrder.stream().map(c -> Objects.requireNonNull(hashes.get(c))).toList();
    }

    /// The hash of what is read, which must be that which its sender gave along, where one was given and the store kept it.
    private String hash(Content content) throws IOException {
        String read = Sha256.of(content);
        ObjectVersion version = Objects.requireNonNull(versions.get(content));
        Optional<String> given = uploads.sha256(version);
        if (given.isPresent() && !given.get().equals(read)) {
            throw new IOException("%s reads with another SHA-256 than its sender gave along".formatted(version.key()));
        }
        return read;
    }

    private StudySnapshot snapshot(List<String> sha256) {
        List<StudySnapshot.File> files = new ArrayList<>();
        contents.forEach((name, content) -> files.add(new StudySnapshot.File(name, sha256.get(files.size()), content)));
        return new StudySnapshot(keys.study(), files);
    }
}
