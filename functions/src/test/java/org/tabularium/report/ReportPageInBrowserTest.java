package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
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

    @BeforeEach
    void browserIsThere() throws IOException, RejectedException {
        Browser.require();
        Files.write(folder.resolve("report.html"), small());
    }

    private String address() {
        return folder.resolve("report.html").toUri().toString();
    }

    @Test
    void numbersExplainThemselvesToEverybody() throws Exception {
        try (Browser browser = new Browser(folder)) {
            browser.go(address());
            browser.see("Contents");
            check(browser, "report");

            open(browser, 0);
            assertThat(browser.text()).contains("100 × numerator ÷ denominator", "SA-OR088-01-001");
            check(browser, "explanation");
            browser.press("Escape", 27);
            closed(browser);
            assertThat(browser.ask("performance.getEntriesByType('resource').length").asInt()).as("requests").isZero();
        }
    }

    /// Opens the explanation of a number of `ae-overview` by keyboard.
    private static void open(Browser browser, int number) {
        browser.ask("document.querySelectorAll('#d-ae-overview td a')[" + number + "].focus(); 0");
        browser.press("Enter", 13);
        opened(browser);
    }

    /// What is shown has the focus a moment later.
    private static void opened(Browser browser) {
        browser.see("Numerator");
        Browser.await("the explanation has the focus",
                () -> browser.ask("document.activeElement.getAttribute('role')").asText().equals("dialog"));
    }

    private static void closed(Browser browser) {
        Browser.await("the explanation is closed", () -> !browser.text().contains("Numerator"));
    }

    private static void focused(Browser browser, int number) {
        Browser.await("number " + number + " has the focus", () -> browser
                .ask("document.querySelectorAll('#d-ae-overview td a')[" + number + "] === document.activeElement").asBoolean());
    }

    @Test
    void keyboardAloneReachesOpensAndClosesAndThePageStaysWhereItIs() throws Exception {
        try (Browser browser = new Browser(folder)) {
            browser.go(address());
            browser.press("Tab", 9);
            assertThat(browser.ask("document.activeElement.textContent").asText()).isEqualTo("To the displays");
            assertThat(browser.ask("getComputedStyle(document.activeElement).outlineStyle").asText()).isEqualTo("solid");
            browser.press("Tab", 9);
            assertThat(browser.ask("document.activeElement.id").asText()).isEqualTo("q");

            String place = "Math.round(document.querySelectorAll('#d-ae-overview td a')[3].getBoundingClientRect().top)";
            browser.ask("document.querySelectorAll('#d-ae-overview td a')[3].focus(); 0");
            int before = browser.ask(place).asInt();
            open(browser, 3);
            assertThat(browser.ask("document.activeElement.getAttribute('aria-label')").asText()).startsWith("Explanation: ");
            assertThat(browser.ask(place).asInt()).isEqualTo(before);
            browser.press("Escape", 27);
            focused(browser, 3);
            assertThat(browser.ask(place).asInt()).isEqualTo(before);

            open(browser, 1);
            open(browser, 2);
            browser.press("Escape", 27);
            closed(browser);
            open(browser, 1);
            browser.press("Tab", 9);
            browser.press("Enter", 13);
            closed(browser);
            focused(browser, 1);
        }
    }

    @Test
    void addressWithTheKeyOfANumberOpensIt() throws Exception {
        String key = "ae-overview|ADAE.=Serious%20adverse%20event||count";
        try (Browser browser = new Browser(folder)) {
            for (String written : List.of(key, key.replace("%", "%25").replace("|", "%7C"))) {
                browser.go(address() + "?" + written.length() + "#" + written);
                opened(browser);
                assertThat(browser.ask("document.activeElement.getAttribute('aria-label')").asText())
                        .startsWith("Explanation: Serious adverse event, ");
                assertThat(browser.ask("(r => r.top > 0 && r.bottom < innerHeight)(document.getElementById("
                        + "document.activeElement.id.replace('x', 'c')).getBoundingClientRect())").asBoolean()).isTrue();
                browser.press("Escape", 27);
                assertThat(browser.ask("location.href").asText()).startsWith(address());
            }
        }
    }

    @Test
    void searchShowsRowsWithTheirLabelsAndAllOfWhatIsBelowALabel() throws Exception {
        try (Browser browser = new Browser(folder)) {
            browser.go(address());
            assertThat(found(browser, "serious")).doesNotContain("#d-baseline").contains("#d-ae-overview");
            assertThat(shown(browser, "#d-baseline")).isEmpty();
            found(browser, "female");
            assertThat(shown(browser, "#d-baseline")).contains("Female").anyMatch(row -> row.startsWith("Sex"))
                    .noneMatch(row -> row.startsWith("Age")).doesNotContain("Male");
            found(browser, "age (years)");
            assertThat(shown(browser, "#d-baseline")).contains("Mean (SD)", "Median (range)").doesNotContain("Female");
            String text = printed(browser, "#d-results>p");
            assertThat(found(browser, text.substring(0, text.indexOf(' ', 30)))).as("words of a text").contains("#d-results");
            assertThat(found(browser, "")).hasSize(browser.ask("document.querySelectorAll('.d').length").asInt());
        }
    }

    private static List<String> found(Browser browser, String words) {
        browser.ask("q.value = '" + words + "'; q.form.requestSubmit(); 0");
        return texts(browser.ask("Array.from(document.querySelectorAll('nav li:not([hidden]) a'), a => a.getAttribute('href'))"));
    }

    /// The labels of the rows of a display that are shown.
    private static List<String> shown(Browser browser, String display) {
        return texts(
                browser.ask("Array.from(document.querySelectorAll('" + display + ":not([hidden]) tbody tr:not([hidden]) th'), "
                        + "th => th.textContent)"));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    @Test
    void withoutScriptEverythingIsReadAndExplained() throws Exception {
        try (Browser browser = new Browser(folder)) {
            browser.withoutScript();
            browser.go(address());
            browser.see("Serious adverse event");
            assertThat(browser.text()).doesNotContain("Search displays", "Numerator");
            String number = browser.ask("document.querySelector('#d-ae-overview td a').getAttribute('href')").asText();
            browser.go(address() + number);
            browser.see("Numerator");
            browser.see("who");
            browser.go(address() + browser.ask("document.querySelector('" + number + " .s').getAttribute('href')").asText());
            browser.see("Subjects by number");
            assertThat(browser.text()).contains("SA-OR088-01-001").doesNotContain("Numerator");
        }
    }

    @Test
    void printedFiguresStandWithTheirTitlesAndTablesRepeatTheirHeads() throws Exception {
        try (Browser browser = new Browser(folder)) {
            browser.go(address());
            open(browser, 0);
            List<String> pages = new ArrayList<>();
            try (PDDocument printed = Loader.loadPDF(browser.pdf())) {
                for (int i = 1; i <= printed.getNumberOfPages(); i++) {
                    PDFTextStripper page = new PDFTextStripper();
                    page.setStartPage(i);
                    page.setEndPage(i);
                    pages.add(page.getText(printed).replaceAll("\\s+", " "));
                }
            }
            assertThat(String.join("", pages)).doesNotContain("Numerator", "Search displays", "Data of the figure");
            assertThat(pages.getFirst()).contains("Contents");
            String title = printed(browser, "#d-swimmer h2");
            assertThat(pages.subList(1, pages.size()).stream().filter(page -> page.contains(title))).as(title).singleElement()
                    .asString().contains(printed(browser, "#d-swimmer .f p:last-child"));
            assertThat(pages.stream().filter(page -> page.contains("(N=")).count()).as("pages with heads of tables")
                    .isGreaterThan(2);
        }
    }

    private static String printed(Browser browser, String selector) {
        return browser.ask("document.querySelector('" + selector + "').textContent").asText().replaceAll("\\s+", " ");
    }

    /// A few displays of each sort: axe-core looks at every element.
    private static byte[] small() throws IOException, RejectedException {
        ReportOptions options = new ReportOptions(List.of("html"),
                List.of("baseline", "ae-overview", "aesi", "case-series", "swimmer", "results"),
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
