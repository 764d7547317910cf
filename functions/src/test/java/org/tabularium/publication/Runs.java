package org.tabularium.publication;

import java.util.NavigableMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tabularium.run.Manifest;
import org.tabularium.run.ManifestJson;
import org.tabularium.run.Software;
import org.tabularium.store.Content;
import org.tabularium.store.HeldContent;
import org.tabularium.table.display.Display;

/// Small runs for tests.
public final class Runs {

    private Runs() {}

    /// A manifest with something in each field.
    public static Manifest manifest() {
        return new Manifest("KN5601", "0123456789abcdef", "2025-08-31", new Software("Tabularium", "1.2.3", null, "ab"),
                new Manifest.SettingsFile("ab", "study: \"X\"\n"),
                List.of(new Manifest.Input("ADSL", "adsl.csv", 12, "cd", 11L),
                        new Manifest.Input(null, "templates/a.yaml", 3, "ef", null)),
                List.of("archive/", "readme.txt"),
                List.of(new Manifest.Entry(Display.Kind.TABLE, "baseline", "14.1.1", "Baseline – all", null, null),
                        new Manifest.Entry(Display.Kind.TABLE, "dlt", "", "DLT", "no ADAE", null)),
                List.of(new Manifest.Output("report.pdf", 5, "01")), new Manifest.Counts(0, 2, 3));
    }

    /// The files of a run with these tables, as a report makes them.
    ///
    /// @param csv table → text of its CSV file
    public static SortedMap<String, byte[]> files(String run, Map<String, String> csv) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        List<Manifest.Entry> tables = new ArrayList<>();
        new TreeMap<>(csv).forEach((id, text) -> {
            files.put("tables/" + id + ".csv", text.getBytes(StandardCharsets.UTF_8));
            tables.add(new Manifest.Entry(Display.Kind.TABLE, id, "", "Title of " + id, null, null));
        });
        files.put("results.json", "[]\n".getBytes(StandardCharsets.UTF_8));
        files.put("findings.json", "[]\n".getBytes(StandardCharsets.UTF_8));
        return withManifest(run, tables, files);
    }

    /// The files with a manifest that names them.
    public static SortedMap<String, byte[]> withManifest(String run, List<Manifest.Entry> tables,
            SortedMap<String, byte[]> files) {
        TreeMap<String, byte[]> all = new TreeMap<>(files);
        List<Manifest.Output> outputs = new ArrayList<>();
        files.forEach((path, bytes) -> outputs.add(Manifest.Output.of(path, bytes)));
        Manifest manifest = new Manifest("KN5601", run, null, new Software("Tabularium", "1.2.3", null, "ab"),
                Manifest.SettingsFile.NONE,
                List.of(), List.of(), tables,
                outputs, new Manifest.Counts(0, 0, 0));
        all.put(Manifest.FILE, ManifestJson.bytes(manifest));
        return all;
    }

    /// Files as what is written into a folder.
    public static NavigableMap<String, Content> held(Map<String, byte[]> files) {
        NavigableMap<String, Content> held = new TreeMap<>();
        files.forEach((name, bytes) -> held.put(name, new HeldContent(bytes)));
        return held;
    }
}
