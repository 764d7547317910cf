package org.tabularium.report;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.tabularium.analysis.Analyses;
import org.tabularium.finding.Findings;
import org.tabularium.shell.ShellCatalog;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.StudyFolder;
import org.tabularium.study.RequestedColumns;
import org.tabularium.study.Study;
import org.tabularium.study.settings.StudySettings.TableRequest;
import org.tabularium.study.settings.StudyYaml;

/// The tables that the catalogue shows: those of `docs/catalogue/examples.yaml`, made of the studies of `test-data`.
final class CatalogueExamples {

    /// One table shown.
    ///
    /// @param study the folder's name in `test-data`
    /// @param entry the entry of `tables:` that asks for it
    /// @param reads the variables that it reads of this study, by dataset
    /// @param shell its id, also the table's name
    /// @param made the study's report
    record Example(String study, String entry, Map<String, Set<String>> reads, String shell, MadeReport made) {

        boolean isText() {
            return made.report().files().containsKey("texts/" + shell + ".md");
        }

        /// What is shown, as text.
        String written() {
            return new String(isText() ? made.file("texts/" + shell + ".md") : file("csv"), StandardCharsets.UTF_8);
        }

        byte[] pdf() {
            return file("pdf");
        }

        private byte[] file(String extension) {
            String figure = "figures/" + shell + "." + extension;
            return made.file(made.report().files().containsKey(figure) ? figure : "tables/" + shell + "." + extension);
        }
    }

    /// What `examples.yaml` says of a shell.
    private record Wanted(String shell, String study, Map<?, ?> with) {

        Object entry() {
            return with.isEmpty() ? shell : Map.of(shell, with);
        }

        String words() {
            return "- " + new Dump(DumpSettings.builder().setDefaultFlowStyle(FlowStyle.FLOW).setWidth(1_000)
                    .setExplicitStart(false).build()).dumpToString(entry()).strip().replaceFirst("^\\{(.*)}$", "$1");
        }
    }

    private CatalogueExamples() {}

    /// The examples by shell.
    ///
    /// @param scratch where the studies are copied to, their `tables:` changed
    static Map<String, Example> of(Path file, Path scratch) throws Exception {
        Map<String, List<Wanted>> studies = new LinkedHashMap<>();
        for (Object example : (List<?>) requireNonNull(load(file).get("examples"))) {
            Map<?, ?> fields = (Map<?, ?>) example;
            Wanted wanted = new Wanted(String.valueOf(fields.get("shell")), String.valueOf(fields.get("study")),
                    fields.get("with") instanceof Map<?, ?> with ? with : Map.of());
            studies.computeIfAbsent(wanted.study(), s -> new ArrayList<>()).add(wanted);
        }
        Map<String, Example> examples = new TreeMap<>();
        for (Map.Entry<String, List<Wanted>> study : studies.entrySet()) {
            Path folder = copy(study.getKey(), study.getValue(), scratch);
            MadeReport made = MadeReport.of(folder);
            for (Wanted wanted : study.getValue()) {
                examples.put(wanted.shell(), new Example(wanted.study(), wanted.words(), reads(folder, wanted.shell()),
                        wanted.shell(), made));
            }
        }
        return examples;
    }

    private static Map<?, ?> load(Path yaml) throws IOException {
        return (Map<?, ?>) requireNonNull(
                new Load(LoadSettings.builder().setLabel(yaml.toString()).build()).loadFromString(Files.readString(yaml)));
    }

    /// The study's folder with other tables asked for.
    private static Path copy(String study, List<Wanted> tables, Path scratch) throws IOException {
        Path folder = Files.createDirectories(scratch.resolve(study));
        try (Stream<Path> files = Files.list(Places.testData(study))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(requireNonNull(file.getFileName())));
            }
        }
        Map<Object, Object> settings = new LinkedHashMap<>(load(folder.resolve("study.yaml")));
        settings.put("tables", tables.stream().map(Wanted::entry).toList());
        Files.write(folder.resolve("study.yaml"),
                new Dump(DumpSettings.builder().build()).dumpToString(settings).getBytes(StandardCharsets.UTF_8));
        return folder;
    }

    /// What the table asks of the study, as far as the study has it.
    private static Map<String, Set<String>> reads(Path folder, String shell) throws Exception {
        StudySnapshot snapshot = StudySnapshot.of(new StudyFolder(folder));
        ShellCatalog catalog = ShellCatalog.builtIn();
        Study study = Study.open(snapshot, StudyYaml.read(snapshot, catalog::check), new Findings());
        TableRequest request = study.settings().tables().stream().filter(t -> t.id().equals(shell)).findFirst().orElseThrow();
        RequestedColumns requested = new RequestedColumns();
        Analyses.ask(study, catalog.shell(request), requested);
        Map<String, Set<String>> reads = new TreeMap<>();
        requested.variables().forEach((dataset, variables) -> {
            Set<String> there = new TreeSet<>(variables);
            there.removeIf(variable -> !study.has(dataset, variable));
            if (!there.isEmpty()) {
                reads.put(dataset, there);
            }
        });
        return reads;
    }
}
