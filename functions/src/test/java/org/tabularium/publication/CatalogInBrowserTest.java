package org.tabularium.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.table.Display;
import org.tabularium.finding.Finding;
import org.tabularium.publication.StudyStatus.Source;
import org.tabularium.publication.catalogue.CatalogEntry;
import org.tabularium.publication.catalogue.CatalogPage;
import org.tabularium.run.Manifest;
import org.tabularium.run.Software;

/// The catalogue as a browser shows it; skipped where there is no Chromium. The pictures stay in `target/catalog` for people.
class CatalogInBrowserTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "catalog");
    private static final String SVG = "<svg onload=\"document.title='owned'\">";
    private static final String IMAGE = "<img src=x onerror=\"document.title='owned'\">";
    private static final int DESK = 0xf4f5f7;

    @TempDir
    Path temp;

    @Test
    void hostileNamesAreTextAndTheStyleIsApplied() throws Exception {
        Path page = write(
                List.of(entry(SVG, StudyState.REPORTED, null),
                        entry("'\"" + IMAGE, StudyState.REJECTED, "<script>"), entry("<!-- <style>", StudyState.WAITING, null)));

        String dom = browse(page, "--dump-dom");

        assertThat(dom).contains("<title>Studies – Tabularium</title>").doesNotContain("<img", "<script", "<svg", "<!-- ");
        assertThat(dom).contains("&lt;svg onload=").contains("&lt;img src=x onerror=").contains("in &lt;script&gt; USUBJID");
        BufferedImage picture = picture(page, "hostile", 1000, 800);
        assertThat(picture.getRGB(3, 3) & 0xffffff).as("the background of the style sheet, which the page's policy lets in")
                .isEqualTo(DESK);
    }

    /// A phone shows the page in its own width: nothing is drawn wider, so that the margins at both sides stay free.
    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void pageFitsTheScreen(int width) throws Exception {
        Path page = write(List.of(entry("KN5601", StudyState.REPORTED, null),
                entry("SA-OR088 " + "long-name-without-end".repeat(12), StudyState.REJECTED, "ADAE"),
                entry("患者 01", StudyState.WAITING, null), entry("KN5501 + follow-up", StudyState.FAILED, null)));
        Files.writeString(page, Files.readString(page).replace("<details>", "<details open>"));

        BufferedImage picture = picture(page, "catalog-" + width, width, 2600);

        assertThat(picture.getWidth()).isEqualTo(width);
        for (int x : new int[]{2, width - 3}) {
            assertThat(IntStream.range(0, picture.getHeight()).map(y -> picture.getRGB(x, y) & 0xffffff).distinct().toArray())
                    .as("column %d of the picture", x).containsExactly(DESK);
        }
    }

    private Path write(List<CatalogEntry> entries) throws IOException {
        return Files.write(temp.resolve("index.html"), CatalogPage.bytes(entries));
    }

    private BufferedImage picture(Path page, String name, int width, int height) throws Exception {
        Files.createDirectories(PICTURES);
        Path file = PICTURES.resolve(name + ".png").toAbsolutePath();
        browse(page, "--screenshot=" + file, "--window-size=" + width + "," + height);
        return ImageIO.read(file.toFile());
    }

    private String browse(Path page, String... options) throws Exception {
        assumeTrue(Files.isExecutable(CHROMIUM), CHROMIUM + " is not there");
        List<String> command = new ArrayList<>(List.of(CHROMIUM.toString(), "--headless", "--no-sandbox", "--disable-gpu",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
                "--blink-settings=preferredColorScheme=1", "--user-data-dir=" + temp.resolve("profile")));
        command.addAll(List.of(options));
        command.add(page.toUri().toString());
        Path out = temp.resolve("out");
        Process process = new ProcessBuilder(command).redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("Chromium ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    private static CatalogEntry entry(String study, StudyState state, @Nullable String broken) {
        Software program = new Software("Tabularium", "0.1.0", null, "t");
        List<Source> snapshot = List.of(source(study, "adae.xpt", "2026-10-29T08:15:30Z"),
                source(study, "adsl.xpt", "2026-11-02T17:00:00Z"), source(study, "study.yaml", "2026-09-01T00:00:00Z"));
        StudyStatus latest = new StudyStatus(study, StudyState.REPORTED, "0123456789abcdef", snapshot, List.of(), program, 4,
                List.of());
        Finding finding = Finding.error("SUBJECT_UNKNOWN", "is not in ADSL").of("USUBJID").value("A-99");
        List<Finding> findings = broken == null
                ? List.of()
                : List.of(finding.in(broken).at(3), finding.in(broken).at(5),
                        Finding.warning("GRADE_OUT_OF_RANGE", "is no grade").in(broken).of("ATOXGR"));
        StudyStatus status = new StudyStatus(study, state, null, snapshot, List.of(), program, 5, findings);
        List<Manifest.Entry> tables = List.of(
                new Manifest.Entry(Display.Kind.TABLE, "baseline", "14.1.2", "Demographics and Baseline Characteristics", null,
                        null),
                new Manifest.Entry(Display.Kind.TABLE, "ae-overview", "14.3.1.1", "Overview of Treatment-Emergent Adverse Events",
                        null, null),
                new Manifest.Entry(Display.Kind.TABLE, "ae-soc-pt", "14.3.1.2",
                        "Treatment-Emergent Adverse Events by System Organ Class and Preferred Term", null, null),
                new Manifest.Entry(Display.Kind.TABLE, "case-series", "", "Disease characteristics and safety outcomes.", null,
                        null),
                new Manifest.Entry(Display.Kind.TABLE, "dlt", "14.3.3", "Dose-Limiting Toxicities", "no DLT window is declared",
                        null));
        List<Manifest.Output> outputs = new ArrayList<>();
        for (String file : List.of("findings.json", "report.pdf", "report.xlsx", "results.json")) {
            outputs.add(new Manifest.Output(file, 1_234L * file.length() * file.length(), "0"));
        }
        for (Manifest.Entry table : tables) {
            for (String format : List.of("csv", "pdf", "xlsx")) {
                outputs.add(new Manifest.Output("tables/" + table.id() + "." + format, 2_000, "0"));
            }
        }
        Manifest manifest = new Manifest(study, "0123456789abcdef", null, program, Manifest.SettingsFile.NONE,
                List.of(),
                List.of(), tables, outputs, new Manifest.Counts(0, 0, 0));
        boolean never = state == StudyState.WAITING;
        return new CatalogEntry(study, never ? null : latest, status, never ? null : manifest);
    }

    private static Source source(String study, String name, String time) {
        return new Source("studies/" + study + "/" + name, "v", null, time);
    }
}
