package org.tabularium.publication.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tabularium.table.Display;
import org.tabularium.finding.Finding;
import org.tabularium.finding.RejectedException;
import org.tabularium.publication.ParallelCalls;
import org.tabularium.publication.Publication;
import org.tabularium.publication.Reporter;
import org.tabularium.publication.StudyStatus;
import org.tabularium.run.Manifest;
import org.tabularium.run.ManifestJson;
import org.tabularium.run.Software;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.InMemoryObjectStore;

class CatalogTest {

    private final InMemoryObjectStore uploads = new InMemoryObjectStore();
    private final InMemoryObjectStore reports = new InMemoryObjectStore();

    @Test
    void studiesAreNamedWithTheirNewestRunAndFiles() throws Exception {
        String run = publish("KN 1+2", "1");

        new Catalog(reports).write(() -> {});

        JsonNode study = json().path("studies").path(0);
        assertThat(study.path("study").asText()).isEqualTo("KN 1+2");
        assertThat(study.at("/latest/run").asText()).isEqualTo(run);
        assertThat(study.at("/latest/files/0").asText()).isEqualTo("studies/KN 1+2/runs/" + run + "/report.pdf");
        assertThat(study.at("/latest/tables/0/files/0").asText())
                .isEqualTo("studies/KN 1+2/runs/" + run + "/tables/baseline.csv");
        assertThat(page()).contains("href=\"studies/KN%201%2B2/runs/" + run + "/report.pdf\"")
                .contains("<td class=\"number\">1</td><td>Baseline &lt;b&gt;</td>");
    }

    @Test
    void rejectedUploadShowsCodesAndCountsAndTheOldReport() throws Exception {
        String run = publish("A", "1");
        publish("A", "bad");

        new Catalog(reports).write(() -> {});

        JsonNode study = json().path("studies").path(0);
        assertThat(study.path("state").asText()).isEqualTo("rejected");
        assertThat(study.at("/latest/run").asText()).isEqualTo(run);
        assertThat(study.at("/findings/0").toString())
                .isEqualTo("{\"severity\":\"error\",\"code\":\"BAD\",\"dataset\":\"ADSL\",\"variable\":null,\"count\":2}");
        assertThat(page()).contains("2 ×</td><td>error BAD in ADSL</td>").contains("report below is of earlier data");
        assertThat(page() + json()).doesNotContain("SECRET");
    }

    @Test
    void namesAreEscapedAndThePageMayRunNothing() throws Exception {
        publish("<script>alert('1')<\"&", "1");

        new Catalog(reports).write(() -> {});

        assertThat(page()).doesNotContain("<script").contains("&lt;script&gt;alert(&#39;1&#39;)&lt;&quot;&amp;")
                .contains("default-src 'none'");
        assertThat(page()).contains("href=\"studies/%3Cscript%3Ealert%28%271%27%29%3C%22%26/runs/");
    }

    @Test
    void sameStudiesChangeNothing() throws Exception {
        publish("A", "1");
        new Catalog(reports).write(() -> {});
        String before = reports.state();

        assertThat(new Catalog(reports).write(() -> {})).isEqualTo(1);

        assertThat(reports.state()).isEqualTo(before);
    }

    @Test
    void emptyBucketHasACatalogue() throws Exception {
        assertThat(new Catalog(reports).write(() -> {})).isZero();
        assertThat(json().path("studies")).isEmpty();
        assertThat(page()).contains("No study");
    }

    /// While one catalogue is made, another study is published and its catalogue written: the first one must not win.
    @Test
    void olderCatalogueNeverReplacesANewerOne() throws Exception {
        publish("A", "1");
        InMemoryObjectStore overtaken = new Overtaken();

        new Catalog(overtaken).write(() -> {});

        assertThat(json().path("studies")).hasSize(2);
        assertThat(page()).contains("Studies (2)");
    }

    /// Lets somebody else publish and write the catalogue just before the first write.
    private final class Overtaken extends InMemoryObjectStore {

        private boolean overtaken;

        @Override
        public synchronized List<String> folders(String prefix) throws IOException {
            return reports.folders(prefix);
        }

        @Override
        public synchronized java.util.Optional<org.tabularium.store.StoredObject> get(String key) throws IOException {
            return reports.get(key);
        }

        @Override
        public synchronized boolean putIfAbsent(String key, byte[] content) throws IOException {
            if (!overtaken) {
                overtaken = true;
                publish("B", "1");
                new Catalog(reports).write(() -> {});
            }
            return reports.putIfAbsent(key, content);
        }

        @Override
        public synchronized void putIfMatch(String key, byte[] content, String eTag) throws IOException {
            reports.putIfMatch(key, content, eTag);
        }
    }

    private String publish(String study, String content) throws IOException {
        uploads.put("studies/" + study + "/adsl.csv", content);
        Publication.Outcome outcome = new Publication(study, uploads, reports, new FakeReporter(),
                new Software("Test", "1", null, "t"), new ParallelCalls(1)).publish(() -> {});
        return String.valueOf(status(outcome).run());
    }

    private static StudyStatus status(Publication.Outcome outcome) {
        @Nullable
        StudyStatus status = outcome.status();
        if (status == null) {
            throw new AssertionError("nothing was published");
        }
        return status;
    }

    private JsonNode json() throws IOException {
        return new JsonMapper().readTree(reports.get(Catalog.JSON).orElseThrow().bytes());
    }

    private String page() throws IOException {
        return new String(reports.get(Catalog.PAGE).orElseThrow().bytes(), StandardCharsets.UTF_8);
    }

    private static final class FakeReporter implements Reporter {

        @Override
        public String run(StudySnapshot snapshot) {
            return snapshot.files().getFirst().sha256().substring(0, 16);
        }

        @Override
        @SuppressWarnings("NonApiType") // as the interface has it
        public TreeMap<String, byte[]> report(StudySnapshot snapshot) throws RejectedException {
            if (snapshot.files().getFirst().content().size() == 3) {
                Finding bad = Finding.error("BAD", "is bad").in("ADSL").value("SECRET");
                throw new RejectedException(List.of(bad, bad.at(2)));
            }
            TreeMap<String, byte[]> files = new TreeMap<>();
            files.put("report.pdf", new byte[]{1});
            files.put("tables/baseline.csv", new byte[]{2});
            List<Manifest.Output> outputs = files.entrySet().stream().map(f -> Manifest.Output.of(f.getKey(), f.getValue()))
                    .toList();
            Manifest manifest = new Manifest(snapshot.folder(), run(snapshot), null, new Software("Test", "1", null, "t"),
                    Manifest.SettingsFile.NONE, List.of(), List.of(),
                    List.of(new Manifest.Entry(Display.Kind.TABLE, "baseline", "1", "Baseline <b>", null, null),
                            new Manifest.Entry(Display.Kind.TABLE, "dlt", "2", "DLT", "subject SECRET is there twice", null)),
                    outputs, new Manifest.Counts(0, 0, 0));
            files.put(Manifest.FILE, ManifestJson.bytes(manifest));
            return files;
        }
    }
}
