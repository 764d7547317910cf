package org.tabularium.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.Finding;
import org.tabularium.finding.Findings;
import org.tabularium.finding.RejectedException;
import org.tabularium.publication.Step.Read;
import org.tabularium.publication.Step.Seen;
import org.tabularium.publication.Step.Conclusion;
import org.tabularium.publication.StudyStatus.Source;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.FindingsJson;
import org.tabularium.run.Manifest;
import org.tabularium.run.ManifestJson;
import org.tabularium.run.RunId;
import org.tabularium.run.Software;
import org.tabularium.snapshot.Sha256;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.InMemoryObjectStore;
import org.tabularium.store.ObjectVersion;
import org.tabularium.store.StoredObject;

/// One moment of a world with two buckets, a queue, some handlers and a sponsor who uploads; for the model test of [Publication].
final class PublicationWorld {

    static final Software PROGRAM = new Software("Test", "1", null, "program");
    private static final StudyKeys KEYS = new StudyKeys("A");

    /// What the sponsor does next: `name=content` uploads, `-name` deletes, `+name` takes the deletion back.
    private final List<String> script;
    private final InMemoryObjectStore uploads;
    private final InMemoryObjectStore reports;
    private final @Nullable Step[] handlers;
    /// The object versions after each act of the sponsor so far.
    private final List<List<String>> states;
    private @Nullable ObjectVersion deleted;
    private int acts;
    private int messages;
    private int deaths;
    private Named latest = Named.NOTHING;
    private Named status = Named.NOTHING;
    private String trace = "";

    PublicationWorld(List<String> script, int handlers, int deaths) {
        this(script, new InMemoryObjectStore(), new InMemoryObjectStore(), new Step[handlers], new ArrayList<>());
        this.deaths = deaths;
        states.add(List.of());
    }

    private PublicationWorld(List<String> script, InMemoryObjectStore uploads, InMemoryObjectStore reports,
            @Nullable Step[] handlers, List<List<String>> states) {
        this.script = script;
        this.uploads = uploads;
        this.reports = reports;
        this.handlers = handlers;
        this.states = states;
    }

    private PublicationWorld copy(String action) {
        PublicationWorld copy = new PublicationWorld(script, uploads.copy(), reports.copy(), handlers.clone(),
                new ArrayList<>(states));
        copy.deleted = deleted;
        copy.acts = acts;
        copy.messages = messages;
        copy.deaths = deaths;
        copy.latest = latest;
        copy.status = status;
        copy.trace = trace + " " + action;
        return copy;
    }

    /// Every moment that can come next; empty at the end of all.
    List<PublicationWorld> next() throws IOException {
        List<PublicationWorld> next = new ArrayList<>();
        if (acts < script.size()) {
            next.add(afterAct());
        }
        for (int i = 0; i < handlers.length; i++) {
            if (handlers[i] != null) {
                next.add(afterStep(i));
                if (deaths > 0) {
                    next.add(afterDeath(i));
                }
            } else if (messages > 0) {
                PublicationWorld world = copy("take" + i);
                world.messages--;
                world.handlers[i] = new Step.ReadLatest();
                next.add(world);
            }
        }
        return next;
    }

    private PublicationWorld afterAct() throws IOException {
        String act = script.get(acts);
        PublicationWorld world = copy(act);
        world.acts++;
        world.messages++;
        if (act.startsWith("+")) {
            world.uploads.restore(Objects.requireNonNull(deleted));
        } else if (act.startsWith("-")) {
            world.deleted = uploads.list(KEYS.prefix() + act.substring(1)).stream().findFirst().orElse(null);
            world.uploads.delete(KEYS.prefix() + act.substring(1));
        } else {
            String[] parts = act.split("=", 2);
            world.uploads.put(KEYS.prefix() + parts[0], parts[1]);
        }
        world.states.add(inputVersions(world.uploads.list(KEYS.prefix())));
        return world;
    }

    private PublicationWorld afterStep(int i) throws IOException {
        Step step = Objects.requireNonNull(handlers[i]);
        PublicationWorld world = copy(step.getClass().getSimpleName() + i);
        Step next = new Publication("A", world.uploads, world.reports, new FakeReporter(), PROGRAM, new ParallelCalls(1))
                .next(step);
        world.handlers[i] = next instanceof Step.Done ? null : next;
        world.check(step);
        return world;
    }

    /// The message comes again: the queue never heard that it was handled.
    private PublicationWorld afterDeath(int i) {
        PublicationWorld world = copy("death" + i);
        world.handlers[i] = null;
        world.messages++;
        world.deaths--;
        return world;
    }

    /// What must hold at every moment, as far as the step can have changed it.
    private void check(Step step) throws IOException {
        boolean files = step instanceof Step.WriteFiles || step instanceof Step.WriteManifest;
        boolean pointers = step instanceof Step.WriteLatest || step instanceof Step.WriteStatus;
        for (String key : reports.keys()) {
            if (files && key.endsWith("/" + Manifest.FILE)) {
                requireComplete(key);
            }
        }
        if (!pointers) {
            return;
        }
        StudyStatus pointer = read(KEYS.latest());
        if (pointer != null) {
            assertThat(reports.get(KEYS.file(Objects.requireNonNull(pointer.run()), Manifest.FILE)))
                    .as("manifest of latest:%s", trace)
                    .isPresent();
            latest = notBefore(latest, pointer, "latest.json");
        }
        StudyStatus said = read(KEYS.status());
        if (said != null) {
            status = notBefore(status, said, "status.json");
        }
    }

    private void requireComplete(String key) throws IOException {
        try {
            Manifest manifest = ManifestJson.read(reports.get(key).orElseThrow().bytes());
            for (Manifest.Output output : manifest.outputs()) {
                StoredObject file = reports.get(KEYS.file(manifest.run(), output.path()))
                        .orElseThrow(() -> new AssertionError(output.path() + " of " + manifest.run() + " is missing:" + trace));
                assertThat(Sha256.of(file.bytes())).as(trace).isEqualTo(output.sha256());
            }
        } catch (BrokenRunException e) {
            throw new AssertionError(trace, e);
        }
    }

    /// An older state never replaces a newer one.
    private Named notBefore(Named before, StudyStatus pointer, String name) {
        if (pointer.sequence() == before.sequence()) {
            return before;
        }
        assertThat(pointer.sequence()).as("sequence of %s:%s", name, trace).isGreaterThan(before.sequence);
        int state = states.lastIndexOf(pointer.snapshot().stream().map(Source::versionId).toList());
        assertThat(state).as("%s names a state that was:%s", name, trace).isNotNegative();
        assertThat(state).as("%s goes back:%s", name, trace).isGreaterThanOrEqualTo(before.state);
        return new Named(pointer.sequence(), state);
    }

    /// The state of the study that a pointer names, as the newest that it could be when it was written.
    private record Named(long sequence, int state) {
        static final Named NOTHING = new Named(0, -1);
    }

    /// What must hold when nothing more happens.
    void checkEnd() throws IOException {
        StudyStatus said = read(KEYS.status());
        List<ObjectVersion> versions = uploads.list(KEYS.prefix());
        StudyObjects objects = StudyObjects.of(KEYS, versions);
        if (versions.isEmpty() && said == null) {
            return;
        }
        StudyStatus end = required(said, "status.json");
        assertThat(end.snapshot()).extracting(Source::versionId).as("final state:%s", trace)
                .isEqualTo(inputVersions(versions));
        assertThat(end.ignored()).as(trace).isEqualTo(objects.ignored());
        StudySnapshot snapshot = snapshot(objects);
        StudyState expected;
        try {
            new FakeReporter().report(snapshot);
            expected = StudyState.REPORTED;
        } catch (RejectedException e) {
            expected = snapshot.files().stream().anyMatch(f -> f.name().startsWith("adsl"))
                    ? StudyState.REJECTED
                    : StudyState.WAITING;
        }
        assertThat(end.state()).as(trace).isEqualTo(expected);
        if (expected == StudyState.REPORTED) {
            StudyStatus newest = required(read(KEYS.latest()), "latest.json");
            assertThat(newest.run()).as(trace).isEqualTo(end.run()).isEqualTo(FakeReporter.id(snapshot));
            assertThat(newest.snapshot()).as(trace).isEqualTo(end.snapshot());
        }
    }

    private StudyStatus required(@Nullable StudyStatus pointer, String name) {
        if (pointer == null) {
            throw new AssertionError(name + " is missing or damaged:" + trace);
        }
        return pointer;
    }

    private @Nullable StudyStatus read(String key) throws IOException {
        StoredObject object = reports.get(key).orElse(null);
        return object == null ? null : StudyStatusJson.read(object.bytes());
    }

    private static List<String> inputVersions(List<ObjectVersion> versions) {
        return StudyObjects.of(KEYS, versions).sources().stream().map(Source::versionId).toList();
    }

    private StudySnapshot snapshot(StudyObjects objects) throws IOException {
        List<StudySnapshot.File> files = new ArrayList<>();
        for (var input : objects.inputs().entrySet()) {
            files.add(StudySnapshot.File.of(input.getKey(), uploads.content(input.getValue())));
        }
        return new StudySnapshot("A", files);
    }

    /// Two worlds with the same key have the same future.
    String key() {
        List<String> busy = new ArrayList<>();
        for (Step handler : handlers) {
            busy.add(handler == null ? "-" : key(handler));
        }
        busy.sort(null);
        return acts + "|" + messages + "|" + deaths + "|" + latest.state + "|" + status.state + "|" + reports.state() + "|"
                + busy;
    }

    private static String key(Step step) {
        return step.getClass().getSimpleName() + switch (step) {
            case Step.ReadLatest() -> "";
            case Step.ReadStatus(Read latest) -> key(latest);
            case Step.ListStudy(Read latest, Read status) -> key(latest) + key(status);
            case Step.Build(Seen seen) -> key(seen);
            case Step.WriteFiles write -> key(write.seen(), write.conclusion()) + write.files().keySet() + write.others();
            case Step.WriteManifest(Seen seen, Conclusion conclusion, List<Manifest.Output> others) ->
                key(seen, conclusion) + others;
            case Step.ListAgain(Seen seen, Conclusion conclusion) -> key(seen, conclusion);
            case Step.WriteLatest(Seen seen, Conclusion conclusion) -> key(seen, conclusion);
            case Step.WriteStatus(Seen seen, Conclusion conclusion) -> key(seen, conclusion);
            case Step.ListLast(Seen seen, Publication.Outcome outcome) -> key(seen) + outcome.status();
            case Step.Done _ -> "";
        };
    }

    private static String key(@Nullable Read read) {
        return read == null ? "none" : read.eTag();
    }

    private static String key(Seen seen) {
        return key(seen.latest()) + key(seen.status())
                + seen.versions().stream().map(ObjectVersion::versionId).collect(Collectors.joining(","));
    }

    private static String key(Seen seen, Conclusion conclusion) {
        return key(seen) + conclusion.state() + conclusion.run();
    }

    String trace() {
        return trace;
    }

    /// A report is its study's content in two files; `bad` content is rejected.
    private static final class FakeReporter implements Reporter {

        static String id(StudySnapshot snapshot) {
            return RunId.of(snapshot.files(), java.util.Map.of(), "1");
        }

        @Override
        public String run(StudySnapshot snapshot) {
            return id(snapshot);
        }

        @Override
        public SortedMap<String, byte[]> report(StudySnapshot snapshot) throws RejectedException {
            if (snapshot.files().stream().noneMatch(f -> f.name().equals("adsl.csv"))) {
                throw new RejectedException(Finding.error("ADSL_MISSING", "is not there"));
            }
            StringBuilder all = new StringBuilder();
            for (StudySnapshot.File file : snapshot.files()) {
                try (InputStream in = file.content().open()) {
                    all.append(file.name()).append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
            if (all.indexOf("bad") >= 0) {
                throw new RejectedException(Finding.error("BAD", "is bad"));
            }
            TreeMap<String, byte[]> files = new TreeMap<>();
            files.put("report.pdf", all.toString().getBytes(StandardCharsets.UTF_8));
            files.put("findings.json", FindingsJson.bytes(new Findings()));
            List<Manifest.Output> outputs = new ArrayList<>();
            files.forEach((path, bytes) -> outputs.add(Manifest.Output.of(path, bytes)));
            files.put(Manifest.FILE,
                    ManifestJson.bytes(new Manifest("A", id(snapshot), null, PROGRAM, Manifest.SettingsFile.NONE,
                            List.of(), List.of(), List.of(), outputs, new Manifest.Counts(0, 0, 0))));
            return files;
        }
    }
}
