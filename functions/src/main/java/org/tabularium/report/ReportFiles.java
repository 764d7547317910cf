package org.tabularium.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabularium.ars.ReportingEvent;
import org.tabularium.finding.Finding;
import org.tabularium.finding.Findings;
import org.tabularium.render.Document;
import org.tabularium.render.Layouts;
import org.tabularium.render.Renderer;
import org.tabularium.render.Tags;
import org.tabularium.run.Ard;
import org.tabularium.run.DefinitionsJson;
import org.tabularium.run.DisplayStatus;
import org.tabularium.run.FindingsJson;
import org.tabularium.run.Manifest;
import org.tabularium.run.ManifestJson;
import org.tabularium.run.PublishedResult;
import org.tabularium.run.ResultsJson;
import org.tabularium.run.RunPaths;
import org.tabularium.run.SubjectsJson;
import org.tabularium.shell.Edition;
import org.tabularium.store.Content;
import org.tabularium.store.HeldContent;
import org.tabularium.table.HouseStyle;
import org.tabularium.table.display.Display;

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
        Map<String, Callable<DrawnFile>> tasks = new LinkedHashMap<>();
        // First what may take longest, and nobody waits for at the end.
        FutureTask<ResultsJson.Written> resultsJson = new FutureTask<>(() -> identity.edition() == Edition.BLINDED
                ? ResultsJson.withoutSelections(results)
                : ResultsJson.of(results));
        tasks.put(RunPaths.RESULTS, () -> DrawnFile.withoutPages(made(resultsJson).bytes()));
        if (identity.edition().isFull() && DefinitionsJson.isNeeded(inputs.study())) {
            tasks.put(RunPaths.DEFINITIONS, () -> DrawnFile.withoutPages(DefinitionsJson.bytes(inputs.study())));
        }
        addUndrawable(formats.renderers(), displays, inputs.findings());
        Tags tags = new ResultTags(results);
        Layouts layouts = new Layouts();
        Document whole = ReportDocument.whole(inputs, identity, style, displays, statuses, results, tags, layouts);
        for (Renderer renderer : formats.renderers()) {
            if (renderer.wholeReport()) {
                tasks.put(RunPaths.report(renderer.extension()),
                        () -> DrawnFile.of(renderer, whole.only(renderer::supports), progress));
            }
        }
        // By now the results are mostly there, for which this waits.
        if (inputs.settings().identifiers() && identity.edition().isFull()) {
            inputs.data().ifPresent(data -> tasks.put(RunPaths.SUBJECTS,
                    () -> new DrawnFile(SubjectsJson.content(results, made(resultsJson).starts(), data), 0)));
        }
        for (Renderer renderer : formats.renderers()) {
            for (Display display : displays) {
                if (renderer.fileOfEach() && renderer.supports(display.kind())) {
                    Document single = ReportDocument.of(inputs, identity, style, display, tags, layouts);
                    tasks.put(RunPaths.display(display.kind(), display.id(), renderer.extension()), () -> {
                        try (var _ = progress.table(display.id())) {
                            return DrawnFile.of(renderer, single, progress);
                        }
                    });
                }
            }
        }
        if (formats.ard()) {
            tasks.put(RunPaths.ARD_CSV, () -> DrawnFile.withoutPages(Ard.csv(results)));
            tasks.put(RunPaths.ARD_NDJSON,
                    () -> DrawnFile.withoutPages(Ard.ndjson(results, inputs.settings().study(), identity.created())));
        }
        if (formats.ars() && identity.edition() != Edition.BLINDED) {
            tasks.put(RunPaths.ARS,
                    () -> DrawnFile.withoutPages(ReportingEvent.bytes(inputs.settings().study(), displays, results)));
        }
        if (event != null) {
            tasks.put(RunPaths.ARS_EVENT, () -> DrawnFile.withoutPages(event));
        }
        tasks.put(RunPaths.FINDINGS, () -> DrawnFile.withoutPages(FindingsJson.bytes(inputs.published(identity.edition()))));
        NavigableMap<String, Finished> finished = inParallel(tasks);
        NavigableMap<String, Content> files = new TreeMap<>();
        finished.forEach((path, file) -> files.put(path, file.drawn().content()));
        List<Manifest.Entry> entries = statuses.stream().map(status -> Manifest.Entry.of(status, pages(status, finished)))
                .toList();
        List<Manifest.Output> outputs = finished.values().stream().map(Finished::output).toList();
        files.put(Manifest.FILE, new HeldContent(ManifestJson.bytes(ReportManifest.of(inputs, identity, entries, outputs))));
        return new Report(inputs.snapshot().folder(), identity.run(), files, List.copyOf(statuses), inputs.findings());
    }

    /// What the first who asks makes and all others wait for.
    private static <T> T made(FutureTask<T> task) throws ExecutionException, InterruptedException {
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

    /// A file of the run with what the manifest says of it.
    private record Finished(DrawnFile drawn, Manifest.Output output) {}

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
    private static NavigableMap<String, Finished> inParallel(Map<String, Callable<DrawnFile>> tasks) {
        NavigableMap<String, Finished> files = new TreeMap<>();
        int threads = Math.min(4, Runtime.getRuntime().availableProcessors());
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            Map<String, Future<Finished>> futures = new LinkedHashMap<>();
            tasks.forEach((path, task) -> futures.put(path, executor.submit(() -> {
                DrawnFile drawn = task.call();
                return new Finished(drawn, Manifest.Output.of(path, drawn.content()));
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
}
