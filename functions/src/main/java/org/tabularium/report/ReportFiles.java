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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tabularium.finding.Finding;
import org.tabularium.finding.Findings;
import org.tabularium.finding.Severity;
import org.tabularium.render.Document;
import org.tabularium.render.Renderer;
import org.tabularium.run.FindingsJson;
import org.tabularium.run.Manifest;
import org.tabularium.run.ManifestJson;
import org.tabularium.run.PublishedResult;
import org.tabularium.run.ResultsJson;
import org.tabularium.run.Software;
import org.tabularium.run.TableStatus;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.study.Study;
import org.tabularium.study.StudyData;
import org.tabularium.study.settings.PageSettings;
import org.tabularium.study.settings.StudySettings;
import org.tabularium.study.settings.StudyYaml;
import org.tabularium.table.Footnotes;
import org.tabularium.table.Table;

/// Tables and results to the bytes of a run's files. Formats are drawn side by side.
final class ReportFiles {

    private static final int MOST_NAMED = 10;

    private ReportFiles() {}

    static Report report(
            ReportInputs inputs,
            RunIdentity identity,
            ReportOptions options,
            List<Table> tables,
            List<TableStatus> statuses,
            List<PublishedResult> results,
            Progress progress) {
        progress.step("drawing");
        Map<String, Callable<byte[]>> tasks = new LinkedHashMap<>();
        List<String> formats = ReportFormats.of(options);
        List<Renderer> renderers = ReportFormats.RENDERERS.stream().filter(r -> formats.contains(r.extension())).toList();
        addUndrawable(renderers, tables, inputs.findings());
        Document whole = document(inputs, identity, tables, statuses, true);
        for (Renderer renderer : renderers) {
            if (renderer.wholeReport()) {
                tasks.put("report." + renderer.extension(), () -> bytes(renderer, whole));
            }
            for (Table table : tables) {
                Document single = document(inputs, identity, List.of(table), List.of(), false);
                tasks.put("tables/" + table.id() + "." + renderer.extension(), () -> {
                    try (var _ = progress.table(table.id())) {
                        return bytes(renderer, single);
                    }
                });
            }
        }
        tasks.put("results.json", () -> ResultsJson.bytes(results));
        tasks.put("findings.json", () -> FindingsJson.bytes(published(inputs)));
        NavigableMap<String, byte[]> files = inParallel(tasks);
        files.put(Manifest.FILE, ManifestJson.bytes(manifest(inputs, identity, statuses, files)));
        return new Report(inputs.snapshot().folder(), identity.run(), files, List.copyOf(statuses), inputs.findings());
    }

    /// A note on each format that cannot show some character: what is one box may be the names of two arms.
    private static void addUndrawable(List<Renderer> renderers, List<Table> tables, Findings findings) {
        for (Renderer renderer : renderers) {
            Map<String, List<String>> tablesOf = new TreeMap<>();
            tables.forEach(table -> renderer.undrawable(table)
                    .forEach(character -> tablesOf.computeIfAbsent(character, c -> new ArrayList<>()).add(table.id())));
            if (!tablesOf.isEmpty()) {
                String some = tablesOf.keySet().stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
                findings.add(Finding.note("CHARACTER_NOT_IN_FONTS", "the fonts of this format lack " + tablesOf.size()
                        + (tablesOf.size() == 1 ? " character" : " characters") + ", shown as □ (" + some
                        + (tablesOf.size() > MOST_NAMED ? ", …" : "") + "), first in the table " + tablesOf.values().iterator().next().getFirst())
                        .in("report." + renderer.extension())
                        .remedy("the other formats show them"));
            }
        }
    }

    private static NavigableMap<String, byte[]> inParallel(Map<String, Callable<byte[]>> tasks) {
        NavigableMap<String, byte[]> files = new TreeMap<>();
        int threads = Math.min(4, Runtime.getRuntime().availableProcessors());
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            Map<String, Future<byte[]>> futures = new LinkedHashMap<>();
            tasks.forEach((name, task) -> futures.put(name, executor.submit(task)));
            for (Map.Entry<String, Future<byte[]>> future : futures.entrySet()) {
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

    private static byte[] bytes(Renderer renderer, Document document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
        try {
            renderer.render(document, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Document document(
            ReportInputs inputs,
            RunIdentity identity,
            List<Table> tables,
            List<TableStatus> statuses,
            boolean whole) {
        StudySettings settings = inputs.settings();
        List<Document.NotProduced> notProduced = new ArrayList<>();
        for (TableStatus status : statuses) {
            if (status.reason() != null) {
                notProduced.add(new Document.NotProduced(status.name(), status.title(), status.reason()));
            }
        }
        PageSettings page = settings.page();
        String protocol = page.protocol().isEmpty() ? "" : "Protocol " + page.protocol();
        return new Document(
                settings.study(),
                joined(page.sponsor(), protocol, settings.study()),
                joined(page.status(), Footnotes.cutOff(settings)),
                settings.title(),
                Footnotes.cutOff(settings),
                identity.run(),
                Software.current().nameAndVersion(),
                identity.date(),
                tables,
                notProduced,
                whole ? findings(inputs) : List.of(),
                whole);
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static List<String> findings(ReportInputs inputs) {
        Findings findings = published(inputs);
        List<String> lines = new ArrayList<>(findings.listed().stream().map(Finding::line).toList());
        if (findings.unlisted() > 0) {
            lines.add("and " + findings.unlisted() + " more");
        }
        return lines;
    }

    /// The findings as files may show them: where the study says `identifiers: none`, without identifiers of subjects.
    private static Findings published(ReportInputs inputs) {
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

    /// Every file that was read: datasets with their rows, and the study's own shells.
    private static List<Manifest.Input> inputFiles(ReportInputs inputs) {
        Map<String, Long> rows = inputs.data().map(StudyData::rowsRead).orElse(Map.of());
        List<Manifest.Input> files = new ArrayList<>();
        inputs.study().sources().forEach((dataset, file) -> files.add(
                new Manifest.Input(dataset, file.name(), file.content().size(), file.sha256(), rows.get(dataset))));
        inputs.snapshot().files().stream()
                .filter(f -> Study.isTemplate(f.name()))
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
            List<TableStatus> statuses,
            NavigableMap<String, byte[]> files) {
        StudySnapshot snapshot = inputs.snapshot();
        Manifest.Settings settings = snapshot.files().stream()
                .filter(f -> f.name().equals(StudyYaml.FILE))
                .findFirst()
                .map(f -> new Manifest.Settings(f.sha256(), inputs.settings().text()))
                .orElse(Manifest.Settings.NONE);
        List<Manifest.Output> outputs = new ArrayList<>();
        files.forEach((path, bytes) -> outputs.add(Manifest.Output.of(path, bytes)));
        return new Manifest(
                snapshot.folder(),
                identity.run(),
                identity.created(),
                Software.current(),
                settings,
                inputFiles(inputs),
                ignored(inputs),
                statuses.stream().map(Manifest.Entry::of).toList(),
                outputs,
                new Manifest.Counts(
                        inputs.findings().count(Severity.ERROR),
                        inputs.findings().count(Severity.WARNING),
                        inputs.findings().count(Severity.NOTE)));
    }
}
