package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.Browser;
import org.tabularium.finding.RejectedException;
import org.tabularium.snapshot.StudySnapshot;
import org.tabularium.store.StudyFolder;

/// `report.html` in Chromium: axe-core's rules at a desk's and a phone's width, with and without an explanation open, and the ways
/// by mouse and keyboard. Skipped where there is no Chromium, unless `-Dtabularium.browser=required`. The pictures stay in
/// `target/page` for people.
class ReportPageInBrowserTest {

    private static final Path PICTURES = Path.of("target", "page");

    @TempDir(cleanup = CleanupMode.NEVER)
    Path folder;

    @Test
    void numbersExplainThemselvesToEverybody() throws Exception {
        boolean there = Files.isExecutable(Browser.CHROMIUM);
        if (Objects.equals(System.getProperty("tabularium.browser"), "required")) {
            assertThat(there).as(Browser.CHROMIUM + " is there").isTrue();
        }
        assumeTrue(there, Browser.CHROMIUM + " is not there");
        Path page = folder.resolve("report.html");
        Files.write(page, small());
        try (Browser browser = new Browser(folder)) {
            browser.go(page.toUri().toString());
            browser.see("Contents");
            check(browser, "report");

            browser.ask("document.querySelector('#d-ae-overview td a').focus(); 0");
            browser.press("Enter", 13);
            browser.see("Numerator");
            assertThat(browser.ask("document.activeElement.parentElement.className").asText()).isEqualTo("x");
            assertThat(browser.text()).contains("100 × numerator ÷ denominator", "SA-OR088-01-001");
            check(browser, "explanation");
            browser.press("Escape", 27);
            Browser.await("the explanation is closed", () -> !browser.text().contains("Numerator"));
            Browser.await("the number has the focus", () -> browser.ask("document.activeElement.id").asText().startsWith("c"));

            browser.ask("q.value = 'serious'; q.dispatchEvent(new Event('input')); 0");
            Browser.await("what has no such word is gone",
                    () -> browser.ask("document.querySelector('#d-baseline').hidden").asBoolean());
            assertThat(browser.ask("document.querySelector('#d-ae-overview').hidden").asBoolean()).isFalse();
            assertThat(browser.ask("performance.getEntriesByType('resource').length").asInt()).as("requests").isZero();
        }
    }

    /// A few displays of each sort: axe-core looks at every element.
    private static byte[] small() throws IOException, RejectedException {
        ReportOptions options = new ReportOptions(List.of("html"), List.of("baseline", "ae-overview", "aesi", "case-series"),
                null,
                List.of());
        Report report = ReportRun.report(StudySnapshot.of(new StudyFolder(Places.testData("sa-or088"))), options, Progress.NONE);
        return Objects.requireNonNull(report.files().get("report.html"));
    }

    private static void check(Browser browser, String name) throws IOException {
        for (int width : new int[]{1280, 390}) {
            browser.screen(width, 900);
            JsonNode violations = violations(browser);
            assertThat(violations).as(name + " at " + width).isEmpty();
            assertThat(browser.ask("document.documentElement.scrollWidth").asInt()).as(name + " at " + width)
                    .isLessThanOrEqualTo(width);
            browser.picture(PICTURES.resolve(name + "-" + width + ".png"));
        }
        browser.screen(1280, 900);
    }

    private static JsonNode violations(Browser browser) throws IOException {
        try (InputStream axe = Objects.requireNonNull(ReportPageInBrowserTest.class.getResourceAsStream("/axe.min.js"))) {
            browser.ask(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + "; 0");
        }
        return browser.ask("axe.run(document).then(r => r.violations.map(v => v.id + ': ' "
                + "+ v.nodes.slice(0, 3).map(n => n.html).join(' | ')))");
    }
}
