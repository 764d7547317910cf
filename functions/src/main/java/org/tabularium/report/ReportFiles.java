package org.tabularium.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tabularium.ars.ReportingEvent;
import org.tabularium.dataset.Column;
import org.tabularium.dataset.Dataset;
import org.tabularium.finding.Finding;
import org.tabularium.finding.Findings;
import org.tabularium.finding.Severity;
import org.tabularium.render.Datum;
import org.tabularium.render.Document;
import org.tabularium.render.Renderer;
import org.tabularium.render.Tags;
import org.tabularium.run.Ard;
import org.tabularium.run.FindingsJson;
import org.tabularium.run.Manifest;
import org.tabularium.run.ManifestJson;
import org.tabularium.run.PublishedResult;
import org.tabularium.run.ResultsJson;
import org.tabularium.run.RunPaths;
import org.jspecify.annotations.Nullable;
import org.tabularium.run.Software;
import org.tabularium.run.DefinitionsJson;
import org.tabularium.run.DisplayStatus;
import org.tabularium.run.SubjectsJson;
import org.tabularium.shell.Edition;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;
import org.tabularium.study.settings.PageSettings;
import org.tabularium.study.settings.StudySettings;
import org.tabularium.study.settings.StudyYaml;
import org.tabularium.table.Footnotes;
import org.tabularium.table.FrontMatter;
import org.tabularium.table.HouseStyle;
import org.tabularium.table.Display;

/// Tables and results to the bytes of a run's files. Formats are drawn side by side.
final class ReportFiles {

    private static final int MOST_NAMED = 10;

    private ReportFiles() {}

    static Report report(
            ReportInputs inputs,
            RunIdentity identity,
            ReportFormats.Chosen formats,
            HouseStyle style,
            List<Display> displays,
            List<DisplayStatus> statuses,
            List<PublishedResult> results,
            byte @Nullable [] event,
            Progress progress) {
        progress.step("drawing");
        Map<String, Callable<Drawn>> tasks = new LinkedHashMap<>();
        // First what may take longest, and nobody waits for at the end.
        FutureTask<byte[]> resultsJson = new FutureTask<>(() -> identity.edition() == Edition.BLINDED
                ? ResultsJson.withoutSelections(results)
                : ResultsJson.bytes(results));
        tasks.put(RunPaths.RESULTS, () -> new Drawn(made(resultsJson), 0));
        if (identity.edition().isFull() && DefinitionsJson.isNeeded(inputs.study())) {
            tasks.put(RunPaths.DEFINITIONS, () -> new Drawn(DefinitionsJson.bytes(inputs.study()), 0));
        }
        addUndrawable(formats.renderers(), displays, inputs.findings());
        Tags tags = new ResultTags(results);
        Document whole = document(inputs, identity, style, displays, statuses, data(results), tags, true);
        for (Renderer renderer : formats.renderers()) {
            if (renderer.wholeReport()) {
                tasks.put(RunPaths.report(renderer.extension()), () -> drawn(renderer, whole.only(renderer::supports), progress));
            }
        }
        // By now the results are mostly there, for which this waits.
        if (inputs.settings().identifiers() && identity.edition().isFull()) {
            inputs.data().ifPresent(data -> tasks.put(RunPaths.SUBJECTS,
                    () -> new Drawn(SubjectsJson.bytes(results, made(resultsJson), data), 0)));
        }
        for (Renderer renderer : formats.renderers()) {
            for (Display display : displays) {
                if (renderer.fileOfEach() && renderer.supports(display.kind())) {
                    Document single = document(inputs, identity, style, List.of(display), List.of(), List.of(), tags, false);
                    tasks.put(RunPaths.display(display.kind(), display.id(), renderer.extension()), () -> {
                        try (var _ = progress.table(display.id())) {
                            return drawn(renderer, single, progress);
                        }
                    });
                }
            }
        }
        if (formats.ard()) {
            tasks.put(RunPaths.ARD_CSV, () -> new Drawn(Ard.csv(results), 0));
            tasks.put(RunPaths.ARD_NDJSON,
                    () -> new Drawn(Ard.ndjson(results, inputs.settings().study(), identity.created()), 0));
        }
        if (formats.ars() && identity.edition() != Edition.BLINDED) {
            tasks.put(RunPaths.ARS, () -> new Drawn(ReportingEvent.bytes(inputs.settings().study(), displays, results), 0));
        }
        if (event != null) {
            tasks.put(RunPaths.ARS_EVENT, () -> new Drawn(event, 0));
        }
        tasks.put(RunPaths.FINDINGS, () -> new Drawn(FindingsJson.bytes(published(inputs, identity.edition())), 0));
        NavigableMap<String, Finished> finished = inParallel(tasks);
        NavigableMap<String, byte[]> files = new TreeMap<>();
        finished.forEach((path, file) -> files.put(path, file.drawn().bytes()));
        List<Manifest.Entry> entries = statuses.stream().map(status -> Manifest.Entry.of(status, pages(status, finished)))
                .toList();
        List<Manifest.Output> outputs = finished.values().stream().map(Finished::output).toList();
        files.put(Manifest.FILE, ManifestJson.bytes(manifest(inputs, identity, entries, outputs)));
        return new Report(inputs.snapshot().folder(), identity.run(), files, List.copyOf(statuses), inputs.findings());
    }

    /// What the first who asks makes and all others wait for.
    private static byte[] made(FutureTask<byte[]> task) throws ExecutionException, InterruptedException {
        task.run();
        return task.get();
    }

    /// A note on each format that cannot show some character: what is one box may be the names of two arms.
    private static void addUndrawable(List<Renderer> renderers, List<Display> displays, Findings findings) {
        for (Renderer renderer : renderers) {
            Map<String, List<String>> tablesOf = new TreeMap<>();
            displays.forEach(display -> renderer.undrawable(display)
                    .forEach(character -> tablesOf.computeIfAbsent(character, c -> new ArrayList<>()).add(display.id())));
            if (!tablesOf.isEmpty()) {
                String some = tablesOf.keySet().stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
                findings.add(Finding.note("CHARACTER_NOT_IN_FONTS", "the fonts of this format lack " + tablesOf.size()
                        + (tablesOf.size() == 1 ? " character" : " characters") + ", shown as □ (" + some
                        + (tablesOf.size() > MOST_NAMED ? ", …" : "") + "), first in the table "
                        + tablesOf.values().iterator().next().getFirst())
                        .in("report." + renderer.extension())
                        .remedy("the other formats show them"));
            }
        }
    }

    /// A file of the run.
    ///
    /// @param pages how many it has; 0 where its format has none
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Drawn(byte[] bytes, int pages) {}

    /// A file of the run with what the manifest says of it.
    private record Finished(Drawn drawn, Manifest.Output output) {}

    /// The pages of a display's own file in the format that has pages; null where there is none.
    private static @Nullable Integer pages(DisplayStatus status, Map<String, Finished> files) {
        return ReportFormats.RENDERERS.stream()
                .map(renderer -> files.get(RunPaths.display(status.kind(), status.name(), renderer.extension())))
                .filter(file -> file != null && file.drawn().pages() > 0)
                .findFirst()
                .map(file -> file.drawn().pages())
                .orElse(null);
    }

    /// Draws and hashes side by side.
    private static NavigableMap<String, Finished> inParallel(Map<String, Callable<Drawn>> tasks) {
        NavigableMap<String, Finished> files = new TreeMap<>();
        int threads = Math.min(4, Runtime.getRuntime().availableProcessors());
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            Map<String, Future<Finished>> futures = new LinkedHashMap<>();
            tasks.forEach((path, task) -> futures.put(path, executor.submit(() -> {
                Drawn drawn = task.call();
                return new Finished(drawn, Manifest.Output.of(path, drawn.bytes()));
            })));
            for (Map.Entry<String, Future<Finished>> future : futures.entrySet()) {
                files.put(future.getKey(), future.getValue().get());
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException stopped) {
                throw stopped;
            }
            throw new IllegalStateException("a file of the report cannot be drawn", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while drawing", e);
        }
        return files;
    }

    private static Drawn drawn(Renderer renderer, Document document, Progress progress) {
        progress.goOn();
        ByteArrayOutputStream out = new AskingOutput(progress);
        try {
            int pages = renderer.render(document, out);
            return new Drawn(out.toByteArray(), pages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is drawn; the clock is asked while it grows.
    private static final class AskingOutput extends ByteArrayOutputStream {

        /// Bytes after which it is asked again.
        private static final int PATIENCE = 1 << 16;

        private final Progress progress;
        private int asked;

        AskingOutput(Progress progress) {
            super(1 << 14);
            this.progress = progress;
        }

        @Override
        public synchronized void write(int b) {
            super.write(b);
            ask();
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            ask();
        }

        private void ask() {
            if (count - asked >= PATIENCE) {
                asked = count;
                progress.goOn();
            }
        }
    }

    private static Document document(
            ReportInputs inputs,
            RunIdentity identity,
            HouseStyle style,
            List<? extends Display> displays,
            List<DisplayStatus> statuses,
            List<Datum> data,
            Tags tags,
            boolean whole) {
        StudySettings settings = inputs.settings();
        FrontMatter front = FrontMatter.of(settings.page().frontMatter(), style);
        boolean full = whole && front == FrontMatter.FULL && identity.edition().isFull();
        List<Document.NotProduced> notProduced = new ArrayList<>();
        for (DisplayStatus status : statuses) {
            if (full && status.reason() != null) {
                notProduced.add(new Document.NotProduced(status.name(), status.title(), status.reason()));
            }
        }
        return new Document(
                settings.study(),
                settings.page().sponsor(),
                settings.title(),
                Footnotes.cutOff(settings),
                identity.run(),
                Software.current().nameAndVersion(),
                identity.date(),
                aroundPage(settings, style, identity),
                displays,
                notProduced,
                full ? findings(inputs) : List.of(),
                data,
                whole,
                whole && front != FrontMatter.NONE,
                whole && identity.edition().isFull() ? subjects(inputs) : List.of(),
                tags);
    }

    /// Identifiers in the order of ADSL, where they may be shown.
    private static List<String> subjects(ReportInputs inputs) {
        if (!inputs.settings().identifiers() || inputs.data().isEmpty()) {
            return List.of();
        }
        Dataset adsl = inputs.data().get().adsl();
        Column ids = adsl.column("USUBJID").orElseThrow();
        return IntStream.range(0, adsl.rows()).mapToObj(row -> ValueText.text(ids, row)).toList();
    }

    private static Document.AroundPage aroundPage(StudySettings settings, HouseStyle style, RunIdentity identity) {
        PageSettings page = settings.page();
        String protocol = page.protocol().isEmpty() ? "" : "Protocol " + page.protocol();
        String status = joined(identity.edition().mark(), page.status());
        return switch (style.furniture()) {
            case FULL -> new Document.AroundPage(joined(page.sponsor(), protocol, settings.study()),
                    joined(status, Footnotes.cutOff(settings)), "Run " + identity.run(), true);
            case NUMBER -> new Document.AroundPage(joined(page.sponsor(), protocol), status, "", true);
            case NONE -> new Document.AroundPage("", status, "", false);
        };
    }

    private static List<Datum> data(List<PublishedResult> results) {
        return results.stream()
                .map(result -> new Datum(result.table(), result.result(), result.text(), result.key().text()))
                .toList();
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static List<String> findings(ReportInputs inputs) {
        Findings findings = published(inputs, Edition.FULL);
        List<String> lines = new ArrayList<>(findings.listed().stream().map(Finding::line).toList());
        if (findings.unlisted() > 0) {
            lines.add("and " + findings.unlisted() + " more");
        }
        return lines;
    }

    /// The findings as files may show them: where the study says `identifiers: none`, without identifiers of subjects; in an
    /// edition for others that there are some, and no more.
    private static Findings published(ReportInputs inputs, Edition edition) {
        if (!edition.isFull()) {
            return inputs.findings().withoutWords();
        }
        StudySettings settings = inputs.settings();
        if (settings.identifiers()) {
            return inputs.findings();
        }
        Set<String> names = new HashSet<>();
        for (String identifier : List.of("USUBJID", "SUBJID")) {
            names.add(identifier);
            names.add(settings.variables().getOrDefault(identifier, identifier));
        }
        return inputs.findings().withoutValuesOf(names);
    }

    /// Every file that was read: datasets with their rows, their definition, and the study's own shells.
    private static List<Manifest.Input> inputFiles(ReportInputs inputs) {
        Map<String, Long> rows = inputs.data().map(StudyData::rowsRead).orElse(Map.of());
        List<Manifest.Input> files = new ArrayList<>();
        inputs.study().sources().forEach((dataset, file) -> files.add(
                new Manifest.Input(dataset, file.name(), file.content().size(), file.sha256(), rows.get(dataset))));
        inputs.snapshot().files().stream()
                .filter(f -> Study.isTemplate(f.name()) || Study.isWordTemplate(f.name())
                        || inputs.study().isDefinedBy(f.name()))
                .forEach(f -> files.add(new Manifest.Input(null, f.name(), f.content().size(), f.sha256(), null)));
        files.sort(Comparator.comparing(Manifest.Input::name));
        return files;
    }

    /// Names of what lay in the folder and was not read.
    private static List<String> ignored(ReportInputs inputs) {
        List<String> names = new ArrayList<>(inputs.snapshot().ignored());
        names.addAll(inputs.study().ignored());
        return names.stream().sorted().toList();
    }

    private static Manifest manifest(
            ReportInputs inputs,
            RunIdentity identity,
            List<Manifest.Entry> entries,
            List<Manifest.Output> outputs) {
        StudySnapshot snapshot = inputs.snapshot();
        if (!identity.edition().isFull()) {
            return manifest(inputs, identity, Manifest.SettingsFile.NONE, List.of(), List.of(), entries, outputs);
        }
        Manifest.SettingsFile settings = snapshot.files().stream()
                .filter(f -> f.name().equals(StudyYaml.FILE))
                .findFirst()
                .map(f -> new Manifest.SettingsFile(f.sha256(), inputs.settings().text()))
                .orElse(Manifest.SettingsFile.NONE);
        return manifest(inputs, identity, settings, inputFiles(inputs), ignored(inputs), entries, outputs);
    }

    private static Manifest manifest(ReportInputs inputs, RunIdentity identity, Manifest.SettingsFile settings,
            List<Manifest.Input> read, List<String> ignored, List<Manifest.Entry> entries, List<Manifest.Output> outputs) {
        Findings findings = published(inputs, identity.edition());
        return new Manifest(
                inputs.snapshot().folder(),
                identity.run(),
                identity.edition(),
                identity.created(),
                Software.current(),
                settings,
                read,
                ignored,
                entries,
                outputs,
                new Manifest.Counts(
                        findings.count(Severity.ERROR),
                        findings.count(Severity.WARNING),
                        findings.count(Severity.NOTE)));
    }
}
