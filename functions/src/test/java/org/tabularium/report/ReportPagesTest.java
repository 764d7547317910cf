package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabularium.finding.Finding;
import org.tabularium.render.pdf.ReadPdf;
import org.tabularium.render.pdf.Validated;
import org.tabularium.run.DisplayStatus;
import org.tabularium.table.display.Display;

/// The pages of whole reports, read back by PDFBox and judged by veraPDF.
class ReportPagesTest {

    private static final Pattern PAGE_OF_DISPLAY = Pattern.compile("(?:Table|Listing) page (\\d+) of (\\d+)");

    static Stream<String> studies() {
        return Places.PRINTED_STUDIES.stream();
    }

    private static String text(PDDocument file, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(file);
    }

    /// The report of a study with other settings.
    private static MadeReport with(Path folder, String study, String settings) throws IOException {
        try (Stream<Path> files = Files.list(Places.testData(study))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.writeString(folder.resolve("study.yaml"), settings);
        return MadeReport.of(folder);
    }

    @ParameterizedTest
    @MethodSource("studies")
    void reportIsPdfA2aAndPdfUa1(String study) throws Exception {
        assertThat(Validated.failures(MadeReport.ofTestData(study).file("report.pdf"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("studies")
    void everyTableHasHeaderCellsAndWholeRows(String study) throws IOException {
        try (PDDocument file = Loader.loadPDF(MadeReport.ofTestData(study).file("report.pdf"))) {
            List<PDStructureElement> tables = ReadPdf.elements(file, "Table");
            long displays = MadeReport.ofTestData(study).report().displays().stream()
                    .filter(d -> d.produced()
                            && (d.kind() == Display.Kind.TABLE || d.kind() == Display.Kind.LISTING))
                    .count();
            assertThat(tables).hasSize((int) displays).allSatisfy(table -> assertThat(ReadPdf.faults(table)).isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("studies")
    void noTextIsBelowEightPoints(String study) throws IOException {
        try (PDDocument file = Loader.loadPDF(MadeReport.ofTestData(study).file("report.pdf"))) {
            assertThat(ReadPdf.textBelow(file, 8)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("studies")
    void onlyTheLastPageOfADisplayIsNearlyEmpty(String study) throws IOException {
        try (PDDocument file = Loader.loadPDF(MadeReport.ofTestData(study).file("report.pdf"))) {
            for (int page = 1; page <= file.getNumberOfPages(); page++) {
                var ofDisplay = PAGE_OF_DISPLAY.matcher(text(file, page));
                if (ofDisplay.find() && !ofDisplay.group(1).equals(ofDisplay.group(2))) {
                    assertThat(ReadPdf.filled(file, page)).as("page %d", page).isGreaterThan(0.15);
                }
            }
        }
    }

    @Test
    void displaysStandInTheOrderOfTheirNumbers() {
        List<String> numbers = new ArrayList<>();
        MadeReport.ofTestData("kn5501").report().displays().forEach(display -> numbers.add(display.number()));
        assertThat(numbers.indexOf("14.3.1.8")).isLessThan(numbers.indexOf("14.3.2.1"));
        assertThat(numbers.indexOf("14.3.4.3")).isLessThan(numbers.indexOf("16.2.7.1"));
        // The case series has no number: it follows section 14.1, in which the catalogue has it.
        assertThat(numbers.get(numbers.indexOf("") - 1)).startsWith("14.1.");
        assertThat(numbers.get(numbers.indexOf("") + 1)).startsWith("14.2");
        List<String> contents = new ArrayList<>();
        Pattern.compile("(?:Table|Listing) (\\d[\\d.]*\\d) ").matcher(MadeReport.ofTestData("kn5501").pdf("report.pdf")).results()
                .map(match -> match.group(1)).distinct().forEach(contents::add);
        assertThat(contents).containsSubsequence("14.1.1", "14.2.2.4", "14.2.3.1", "14.2.8", "14.3.1.8", "14.3.2.1", "16.2.7.1");
    }

    @ParameterizedTest
    @MethodSource("studies")
    void noTwoDisplaysHaveOneNumber(String study) {
        assertThat(MadeReport.ofTestData(study).report().displays().stream()
                .filter(d -> d.produced() && !d.number().isEmpty())
                .map(d -> d.kind() + " " + d.number())).doesNotHaveDuplicates();
    }

    @Test
    void numberThatASponsorTakesFromABuiltInShellIsFound(@TempDir Path folder) throws IOException {
        MadeReport report = with(folder, "ran-101", "tables: [ae-serious, ae-related: {number: 14.3.1.9}]\n");
        assertThat(report.report().findings().listed()).extracting(Finding::line)
                .contains(
                        "warning: Table 14.3.1.9 is the number of ae-serious and of ae-related; give one of them another number: in"
                                + " its shell, or in study.yaml: tables: [ae-related: {number: …}] [NUMBER_TWICE]");
    }

    @Test
    void headsFeetAndPropertiesSayWhatStudyYamlSays(@TempDir Path folder) throws IOException {
        MadeReport report = with(folder, "sa-or088", """
                study: SA-OR088
                title: A trial
                cutoff: 2025-08-31
                sponsor: Example Therapeutics
                protocol: EX-088
                status: DRAFT
                tables: [baseline, listing-ae: {page: {orientation: portrait, paper: letter, font-size: 10, margins: 25}}]
                page: {paper: a4, margins: 30}
                """);
        try (PDDocument file = Loader.loadPDF(report.file("report.pdf"))) {
            int pages = file.getNumberOfPages();
            assertThat(text(file, 2)).contains("Example Therapeutics · Protocol EX-088 · SA-OR088",
                    "DRAFT · Data cut-off 31 Aug 2025", "Run " + report.report().run(), "Table page 1 of 1",
                    "Page 2 of " + pages);
            assertThat(file.getDocumentInformation().getAuthor()).isEqualTo("Example Therapeutics");
            assertThat(file.getDocumentInformation().getTitle()).isEqualTo("SA-OR088");
            assertThat(file.getDocumentInformation().getSubject()).contains("A trial", report.report().run());
            assertThat(file.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(file.getPage(1).getMediaBox().getWidth()).isEqualTo(PDRectangle.A4.getWidth(),
                    org.assertj.core.api.Assertions.within(0.5f));
            assertThat(file.getPage(pages - 1).getMediaBox().getWidth()).isEqualTo(PDRectangle.LETTER.getWidth());
            assertThat(ReadPdf.leftmost(file, 2)).isBetween(30 / 25.4 * 72 - 1, 30 / 25.4 * 72 + 3);
            assertThat(ReadPdf.leftmost(file, pages)).isBetween(25 / 25.4 * 72 - 1, 25 / 25.4 * 72 + 3);
        }
    }

    @Test
    void frontMatterIsWhatIsAskedFor(@TempDir Path none, @TempDir Path full) throws IOException {
        String contents = MadeReport.ofTestData("kn5501").pdf("report.pdf");
        assertThat(contents).contains("Contents").doesNotContain("ancova", "[RELATEDNESS_MISSING]", "Tabularium");
        String alone = with(none, "sa-or088", "tables: [populations, disposition]\nfront-matter: none\n").pdf("report.pdf");
        assertThat(alone).doesNotContain("Contents").contains("Page 1 of 1");
        String all = with(full, "sa-or088", "tables: [populations, deaths, ancova]\nfront-matter: full\n").pdf("report.pdf");
        assertThat(all).contains("Contents", "Not produced, and findings", "(ancova)", "[CONTROL_UNKNOWN]");
    }

    @Test
    void journalsNumberThroughAndHaveNoListingsThatNobodyAskedFor(@TempDir Path folder) throws IOException {
        MadeReport report = with(folder, "sa-or088", "style: lancet\n");
        List<String> ids = report.report().displays().stream().filter(d -> d.produced()).map(d -> d.name()).toList();
        assertThat(ids).contains("baseline", "case-series").doesNotContain("listing-ae")
                .containsSubsequence("baseline", "response", "ae-overview");
        for (Display.Kind kind : List.of(Display.Kind.TABLE, Display.Kind.FIGURE)) {
            List<String> numbers = report.report().displays().stream().filter(d -> d.produced() && d.kind() == kind)
                    .map(d -> d.number()).toList();
            assertThat(numbers).containsExactlyElementsOf(
                    Stream.iterate(1, n -> n + 1).limit(numbers.size()).map(n -> Integer.toString(n)).toList());
        }
        assertThat(requireNonNull(report.pdf("report.pdf"))).contains("Table 1", "Safety population. Data are")
                .doesNotContain("Run " + report.report().run() + "\n");
    }

    /// The case series stands first in the study's list: no display is before it.
    @Test
    void displayWithoutANumberFollowsTheSectionOfTheNextWhereNoneIsBeforeIt(@TempDir Path folder) throws IOException {
        MadeReport report = with(folder, "sa-or088", "tables: [case-series, baseline, populations, response]\n");
        assertThat(report.report().displays()).extracting(DisplayStatus::name)
                .containsExactly("populations", "baseline", "case-series", "response");
    }

    /// Renal responses of lupus nephritis are none of children with nephrotic syndrome, whose remissions are none of the others.
    @Test
    void renalResponsesShowADashWhereTheyDoNotApply() {
        List<String> rows = MadeReport.ofTestData("kn5601-iit").rows("renal-response").stream()
                .map(row -> String.join("|", row).strip()).toList();
        int nephritis = rows.indexOf("Renal response in lupus nephritis|||");
        int remission = rows.indexOf("Remission of nephrotic syndrome|||");
        assertThat(rows.subList(nephritis + 2, nephritis + 6)).allMatch(row -> row.split("\\|", -1)[2].equals("–"));
        assertThat(rows.subList(remission + 2, remission + 6)).allMatch(row -> row.split("\\|", -1)[1].equals("–"));
    }

    /// The page that goes on says of how many again: 8 and 10 in the second period of SAF-202.
    @Test
    void pageThatGoesOnSaysOfHowManyItsPercentagesAre() {
        assertThat(MadeReport.ofTestData("saf-202").pdf("tables/reactogenicity.pdf"))
                .containsPattern("Dose 2 – Administration site \\(continued\\)\\s+n\\s+10\\s+8\\s+18\\s");
    }

    @Test
    void footnotesOfOnePlaceAreMarkedThere() {
        String arms = MadeReport.ofTestData("kn5501").pdf("tables/baseline.pdf");
        assertThat(arms).containsPattern("Totalᵃ").containsPattern("ᵃ.1 subject has no ");
        assertThat(MadeReport.ofTestData("kn5501").csv("baseline")).contains("Total (N=18)").doesNotContain("ᵃ");
        assertThat(MadeReport.ofTestData("kn5501").pdf("tables/bilag.pdf")).contains("Total (N=18)ᵃ");
        String rows = MadeReport.ofTestData("kn5601-iit").pdf("tables/response.pdf");
        assertThat(rows).containsPattern("SRI-4 Responseᵃ").containsPattern("\\Rᵃ.");
    }
}
