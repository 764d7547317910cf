package org.tabularium.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tabularium.finding.Finding;
import org.tabularium.publication.Step.Build;
import org.tabularium.publication.Step.Done;
import org.tabularium.publication.Step.ListAgain;
import org.tabularium.publication.Step.ListLast;
import org.tabularium.publication.Step.ListStudy;
import org.tabularium.publication.Step.Read;
import org.tabularium.publication.Step.ReadLatest;
import org.tabularium.publication.Step.ReadStatus;
import org.tabularium.publication.Step.Seen;
import org.tabularium.publication.Step.Conclusion;
import org.tabularium.publication.Step.WriteFiles;
import org.tabularium.publication.Step.WriteLatest;
import org.tabularium.publication.Step.WriteManifest;
import org.tabularium.publication.Step.WriteStatus;
import org.tabularium.run.Manifest;
import org.tabularium.run.ManifestJson;
import org.tabularium.run.RunPaths;
import org.tabularium.run.Software;
import org.tabularium.store.ConflictException;
import org.tabularium.store.ObjectStore;
import org.tabularium.store.StoredObject;

/// Brings what the reports bucket says of a study up to the study as it is, whatever others do at the same time and wherever
/// anybody dies
/// (`docs/decisions/0200-publishing-protocol.md` has the reasoning).
///
/// A run's bytes follow from its id: ignored files, which do not enter the id, are named in `status.json` and not in the run.
public final class Publication {

    /// Rounds after which somebody else must try: each lost round is one that another publication won.
    private static final int ROUNDS = 100;

    private final StudyKeys keys;
    private final ObjectStore uploads;
    private final ObjectStore reports;
    private final Reporter reporter;
    private final Software software;
    private final ParallelCalls sideBySide;
    private final Signer signer;

    /// What became of a publication.
    ///
    /// @param status what `status.json` says now; null where the study never was and there is nothing to say
    /// @param changed whether this publication wrote it
    /// @param manifest of the run, where this publication made or pointed to one
    public record Outcome(String study, @Nullable StudyStatus status, boolean changed, @Nullable Manifest manifest) {}

    /// Publishes one study of a bucket.
    ///
    /// @param study its name; see [StudyKeys#isName]
    public Publication(String study, ObjectStore uploads, ObjectStore reports, Reporter reporter) {
        this(study, uploads, reports, reporter, Software.current(), ParallelCalls.WIDE, Signer.NONE);
    }

    /// Publishes one study of a bucket, with signed runs.
    public Publication(String study, ObjectStore uploads, ObjectStore reports, Reporter reporter, Signer signer) {
        this(study, uploads, reports, reporter, Software.current(), ParallelCalls.WIDE, signer);
    }

    /// Publishes one study of a bucket.
    ///
    /// @param sideBySide how files are read and written
    public Publication(String study, ObjectStore uploads, ObjectStore reports, Reporter reporter, Software software,
            ParallelCalls sideBySide) {
        this(study, uploads, reports, reporter, software, sideBySide, Signer.NONE);
    }

    private Publication(String study, ObjectStore uploads, ObjectStore reports, Reporter reporter, Software software,
            ParallelCalls sideBySide, Signer signer) {
        this.keys = new StudyKeys(study);
        this.uploads = uploads;
        this.reports = reports;
        this.reporter = reporter;
        this.software = software;
        this.sideBySide = sideBySide;
        this.signer = signer;
    }

    /// Publishes the study as it is.
    ///
    /// @param mayGoOn called before each step; ends the publication by throwing
    /// @throws IOException where a store fails; to be tried again, nothing is half done
    public Outcome publish(Runnable mayGoOn) throws IOException {
        return run(mayGoOn, null);
    }

    /// Writes down that no report could be made of the study as it is, unless somebody said something of exactly this state
    /// since.
    ///
    /// @param why one finding for people
    public Outcome fail(Finding why, Runnable mayGoOn) throws IOException {
        return run(mayGoOn, why);
    }

    private Outcome run(Runnable mayGoOn, @Nullable Finding failure) throws IOException {
        Step step = new ReadLatest();
        int rounds = 0;
        while (true) {
            mayGoOn.run();
            step = failure != null && step instanceof Build(Seen seen) ? failed(seen, failure) : next(step);
            if (step instanceof Done(Outcome outcome)) {
                return outcome;
            }
            if (step instanceof ReadLatest && ++rounds == ROUNDS) {
                throw new ConflictException(keys.prefix());
            }
        }
    }

    /// Takes one step. Whatever turns out to have changed leads back to the first.
    Step next(Step step) throws IOException {
        try {
            return switch (step) {
                case ReadLatest() -> new ReadStatus(read(keys.latest()));
                case ReadStatus(Read latest) -> new ListStudy(latest, read(keys.status()));
                case ListStudy list -> list(new Seen(list.latest(), list.status(), uploads.list(keys.prefix())));
                case Build(Seen seen) -> build(seen);
                case WriteFiles write -> write(write);
                case WriteManifest(Seen seen, Conclusion conclusion, List<Manifest.Output> others) -> {
                    Manifest manifest = Objects.requireNonNull(conclusion.manifest()).withOutputs(others);
                    byte[] bytes = ManifestJson.bytes(manifest);
                    // First the signature: a run is there once its manifest is. One that is there already is of the same
                    // bytes, since the
                    // manifest follows from the run's files as they lie there.
                    Optional<byte[]> signature = signer.sign(bytes);
                    if (signature.isPresent()) {
                        reports.putIfAbsent(file(conclusion, RunPaths.SIGNATURE), signature.get());
                    }
                    reports.putIfAbsent(file(conclusion, Manifest.FILE), bytes);
                    yield new ListAgain(seen, conclusion);
                }
                case ListAgain(Seen seen, Conclusion conclusion) ->
                    isAsSeen(seen) ? afterFiles(seen, conclusion) : new ReadLatest();
                case WriteLatest(Seen seen, Conclusion conclusion) -> {
                    put(keys.latest(), StudyStatusJson.latest(status(seen, conclusion)), seen.latest());
                    yield new WriteStatus(seen, conclusion);
                }
                case WriteStatus(Seen seen, Conclusion conclusion) -> {
                    StudyStatus status = status(seen, conclusion);
                    put(keys.status(), StudyStatusJson.status(status), seen.status());
                    yield new ListLast(seen, new Outcome(keys.study(), status, true, conclusion.manifest()));
                }
                case ListLast(Seen seen, Outcome outcome) -> isAsSeen(seen) ? new Done(outcome) : new ReadLatest();
                case Done done -> done;
            };
        } catch (ConflictException e) {
            return new ReadLatest();
        }
    }

    /// Only a run with tables becomes the latest.
    private static Step afterFiles(Seen seen, Conclusion conclusion) {
        return conclusion.state() == StudyState.REPORTED ? new WriteLatest(seen, conclusion) : new WriteStatus(seen, conclusion);
    }

    private boolean isAsSeen(Seen seen) throws IOException {
        return uploads.list(keys.prefix()).equals(seen.versions());
    }

    private @Nullable Read read(String key) throws IOException {
        return reports.get(key).map(o -> new Read(StudyStatusJson.read(o.bytes()), o.eTag())).orElse(null);
    }

    private Step list(Seen seen) {
        if (seen.versions().isEmpty() && seen.status() == null) {
            return new Done(new Outcome(keys.study(), null, false, null));
        }
        StudyStatus status = seen.status() == null ? null : seen.status().status();
        return status != null && isSettled(status, seen)
                ? new Done(new Outcome(keys.study(), status, false, null))
                : new Build(seen);
    }

    /// Whether nothing is left to do: the status is of this state and this program, and `latest.json` agrees where there is a
    /// report.
    private boolean isSettled(StudyStatus status, Seen seen) {
        if (status.state() == StudyState.FAILED || !isOf(status, seen)) {
            return false;
        }
        StudyStatus latest = seen.latest() == null ? null : seen.latest().status();
        return status.state() != StudyState.REPORTED
                || (latest != null && latest.isOf(status.snapshot()) && Objects.equals(latest.run(), status.run())
                        && latest.software().isSameProgram(software));
    }

    private boolean isOf(StudyStatus status, Seen seen) {
        StudyObjects objects = StudyObjects.of(keys, seen.versions());
        return status.software().isSameProgram(software) && status.isOf(objects.sources())
                && status.ignored().equals(objects.ignored());
    }

    /// Leads to a `status.json` that says so, unless it says so already.
    private Step failed(Seen seen, Finding failure) {
        StudyStatus status = seen.status() == null ? null : seen.status().status();
        if (status != null && status.state() == StudyState.FAILED && isOf(status, seen)) {
            return new Done(new Outcome(keys.study(), status, false, null));
        }
        StudyObjects objects = StudyObjects.of(keys, seen.versions());
        return new ListAgain(seen, objects.conclusion(StudyState.FAILED, List.of(), List.of(failure)));
    }

    private Step build(Seen seen) throws IOException {
        try {
            return new RunBuilding(keys, seen, uploads, reports).step(reporter, sideBySide);
        } catch (NoSuchFileException e) {
            return changedSince(seen, e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException gone) {
                return changedSince(seen, gone);
            }
            throw e.getCause();
        }
    }

    /// A version that is gone was replaced or deleted, and the listing says so; else something is wrong with the store.
    private Step changedSince(Seen seen, NoSuchFileException e) throws IOException {
        if (isAsSeen(seen)) {
            throw e;
        }
        return new ReadLatest();
    }

    private Step write(WriteFiles write) throws IOException {
        NavigableMap<String, byte[]> left = new TreeMap<>(write.files());
        List<Callable<Optional<Manifest.Output>>> calls = new ArrayList<>();
        while (!left.isEmpty() && calls.size() < sideBySide.width()) {
            Map.Entry<String, byte[]> file = left.firstEntry();
            left.remove(file.getKey());
            calls.add(() -> write(write.conclusion(), file.getKey(), file.getValue()));
        }
        List<Manifest.Output> others = new ArrayList<>(write.others());
        sideBySide.all(calls).forEach(other -> other.ifPresent(others::add));
        return left.isEmpty()
                ? new WriteManifest(write.seen(), write.conclusion(), others)
                : new WriteFiles(write.seen(), write.conclusion(), left, others);
    }

    /// A file that is there already stays, and where it has other bytes (another build of the JDK may compress otherwise) the
    /// manifest will say so.
    private Optional<Manifest.Output> write(Conclusion conclusion, String path, byte[] bytes) throws IOException {
        String key = file(conclusion, path);
        if (reports.putIfAbsent(key, bytes)) {
            return Optional.empty();
        }
        StoredObject there = reports.get(key).orElseThrow(() -> new ConflictException(key));
        return Arrays.equals(there.bytes(), bytes) ? Optional.empty() : Optional.of(Manifest.Output.of(path, there.bytes()));
    }

    private String file(Conclusion conclusion, String path) {
        return keys.file(Objects.requireNonNull(conclusion.run()), path);
    }

    private StudyStatus status(Seen seen, Conclusion conclusion) {
        return new StudyStatus(keys.study(), conclusion.state(), conclusion.run(), conclusion.snapshot(), conclusion.ignored(),
                software,
                seen.nextSequence(), conclusion.findings());
    }

    /// Writes a pointer that is as it was read.
    private void put(String key, byte[] bytes, @Nullable Read before) throws IOException {
        if (before != null) {
            reports.putIfMatch(key, bytes, before.eTag());
        } else if (!reports.putIfAbsent(key, bytes)) {
            throw new ConflictException(key);
        }
    }
}
