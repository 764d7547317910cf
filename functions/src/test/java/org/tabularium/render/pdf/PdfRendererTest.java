package org.tabularium.render.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tabularium.render.SampleTables.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.render.Document;
import org.tabularium.render.Rendered;
import org.tabularium.render.SampleTables;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.Listing;
import org.tabularium.table.display.Table;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;

/// Files are read back with PDFBox and validated by veraPDF.
@Shows(Requirement.FILES_VALID)
class PdfRendererTest {

    private static byte[] pdf(Document document) {
        return Rendered.bytes(new PdfRenderer(), document);
    }

    private static String text(PDDocument file, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(file);
    }

    private static String text(byte[] bytes) throws IOException {
        try (PDDocument file = Loader.loadPDF(bytes)) {
            StringBuilder text = new StringBuilder();
            for (int page = 1; page <= file.getNumberOfPages(); page++) {
                text.append(text(file, page));
            }
            return text.toString();
        }
    }

    private static Table table(List<TableColumn> columns, TableRow... rows) {
        return new Table("t", "14.1", "Title", "Population", columns, 1, List.of(rows), List.of("A footnote."),
                PageLayout.DEFAULT);
    }

    private static Table twoColumns(TableRow... rows) {
        return table(List.of(new TableColumn("Label", "", Align.LEFT), new TableColumn("Arm", "", Align.DECIMAL)), rows);
    }

    private static void assertValid(byte[] bytes) throws Exception {
        assertThat(Validated.failures(bytes)).isEmpty();
    }

    @Test
    void reportIsPdfA2aAndPdfUa1() throws Exception {
        assertValid(pdf(SampleTables.report(SampleTables.all())));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void eachTableIsPdfA2aAndPdfUa1(int table) throws Exception {
        assertValid(pdf(SampleTables.single(SampleTables.all().get(table))));
    }

    @Test
    void contentsListTablesWithTheirPagesAndWhatWasNotProduced() throws IOException {
        try (PDDocument file = Loader.loadPDF(pdf(SampleTables.report(List.of(SampleTables.baseline(), SampleTables.none()))))) {
            assertThat(file.getNumberOfPages()).isEqualTo(4);
            assertThat(text(file, 1)).containsPattern("Table 14\\.1\\.1 Demographic and Baseline Characteristics[ .]+2\\R")
                    .containsPattern("Table 14\\.3\\.2\\.1 Serious Treatment-Emergent Adverse Events[ .]+3\\R")
                    .containsPattern("Not produced, and findings[ .]+4\\R").doesNotContain("ADLB");
            assertThat(text(file, 4)).contains("Shift of Laboratory Grades From Baseline (lab-shift)", "ADLB is not in the study",
                    "[AE_FATAL_NOT_SERIOUS]", "[AREL_MISSING]");
        }
    }

    /// A page holds 40 entries at least and 60 at most: of each number between one leaves a few for a second page.
    @Test
    void contentsDoNotEndWithAFewLinesOnAPage() throws IOException {
        for (int size = 40; size <= 60; size++) {
            Document document = SampleTables.report(Collections.nCopies(size, SampleTables.none()));
            try (PDDocument file = Loader.loadPDF(pdf(document))) {
                int second = text(file, 2).split("Serious Treatment-Emergent Adverse Events[ .]+\\d", -1).length - 1;
                boolean contents = !text(file, 2).contains("No serious treatment-emergent");
                assertThat(!contents || second >= 7).as(size + " displays, on the second page " + second).isTrue();
            }
        }
    }

    @Test
    void linksAndBookmarksLeadToTheTables() throws IOException {
        try (PDDocument file = Loader.loadPDF(pdf(SampleTables.report(SampleTables.all())))) {
            List<Integer> linked = new ArrayList<>();
            for (PDAnnotation annotation : file.getPage(0).getAnnotations()) {
                if (annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionGoTo action
                        && action.getDestination() instanceof PDPageDestination target) {
                    linked.add(target.retrievePageNumber());
                }
            }
            List<Integer> starts = new ArrayList<>();
            List<String> titles = new ArrayList<>();
            addBookmarks(file, file.getDocumentCatalog().getDocumentOutline(), "", titles, starts);
            assertThat(titles).startsWith("Contents", "14  Tables and figures", "> 14.1  Demographic data",
                    "> > Table 14.1.1  Demographic and Baseline Characteristics", "> 14.3  Safety data")
                    .contains("16  Appendices", "> 16.2  Subject data listings", "> > Table 16.2.7.1  Listing of Adverse Events")
                    .endsWith("Not produced, and findings");
            assertThat(linked).containsAll(starts.subList(1, starts.size()));
            int listing = titles.indexOf("> > Table 16.2.7.1  Listing of Adverse Events");
            assertThat(text(file, starts.get(listing) + 1)).contains("Listing of Adverse Events").doesNotContain("(continued)");
        }
    }

    @Test
    void figureStandsBelowItsSection() throws IOException {
        Table table = SampleTables.socPt(2, 2);
        List<Table> displays = Stream.of("14.1.1", "14.1-1", "14.1.2", "14.2-1.1", "14.2-2", "14.3.1")
                .map(number -> new Table("t-" + number.replace('.', '-'), number, table.title(), "", table.columns(), 1,
                        table.rows(), List.of(), PageLayout.DEFAULT))
                .toList();
        try (PDDocument file = Loader.loadPDF(pdf(SampleTables.report(displays)))) {
            List<String> titles = new ArrayList<>();
            addBookmarks(file, file.getDocumentCatalog().getDocumentOutline(), "", titles, new ArrayList<>());
            assertThat(titles.stream().map(title -> title.replaceAll("(Table \\S+).*", "$1")).toList()).startsWith("Contents",
                    "14  Tables and figures", "> 14.1  Demographic data", "> > Table 14.1.1", "> > Table 14.1-1",
                    "> > Table 14.1.2", "> 14.2  Efficacy data", "> > Table 14.2-1.1", "> > Table 14.2-2",
                    "> 14.3  Safety data", "> > Table 14.3.1");
        }
    }

    private static void addBookmarks(PDDocument file, PDOutlineNode under, String level, List<String> titles,
            List<Integer> starts) throws IOException {
        for (PDOutlineItem item : under.children()) {
            titles.add(level + item.getTitle());
            starts.add(file.getPages().indexOf(item.findDestinationPage(file)));
            addBookmarks(file, item, level + "> ", titles, starts);
        }
    }

    @Test
    void eachPageSaysStudyCutOffRunAndItsNumber() throws IOException {
        try (PDDocument file = Loader.loadPDF(pdf(SampleTables.report(SampleTables.all())))) {
            int pages = file.getNumberOfPages();
            for (int page = 1; page <= pages; page++) {
                assertThat(text(file, page)).contains("SA-OR088", "Data cut-off 31 Aug 2025", "Run 0123456789abcdef",
                        "DRAFT",
                        "Page " + page + " of " + pages);
            }
        }
    }

    @Test
    void everyCellOfALongTableIsPrintedOnce() throws IOException {
        String text = text(pdf(SampleTables.single(SampleTables.socPt(24, 12))));
        for (TableRow row : SampleTables.socPt(24, 12).rows()) {
            String label = row.cells().getFirst().text();
            if (label.startsWith("Preferred")) {
                String line = String.join(" ", row.cells().stream().map(cell -> cell.text()).toList());
                assertThat(text.split(java.util.regex.Pattern.quote(line + System.lineSeparator()), -1)).as(line).hasSize(2);
            }
        }
        assertThat(text).contains("System organ class number 5 (continued)")
                .containsPattern("\\R[^\\n]+ Term \\(continued\\)");
    }

    @Test
    void numbersOfAColumnStandByTheirUnitsDigit() throws IOException {
        Table table = twoColumns(data(0, 0, "a", "112 (54.5%)"), data(0, 0, "b", "8 (9.3%)"), data(0, 0, "c", "75.2 (8.59)"),
                data(0, 0, "d", "0"));
        List<Double> ends = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
                for (String number : List.of("112 (", "8 (9", "75.2", "0")) {
                    if (text.startsWith(number)) {
                        TextPosition units = positions.get(number.equals("112 (") ? 2 : number.equals("75.2") ? 1 : 0);
                        ends.add((double) Math.round((units.getXDirAdj() + units.getWidthDirAdj()) * 10));
                    }
                }
            }
        };
        try (PDDocument file = Loader.loadPDF(pdf(SampleTables.single(table)))) {
            stripper.getText(file);
        }
        assertThat(ends).hasSizeGreaterThanOrEqualTo(4);
        assertThat(ends.stream().distinct()).hasSize(1);
    }

    @Test
    void wideTableIsSplitWithItsLabelsRepeated() throws IOException {
        List<TableColumn> columns = new ArrayList<>(List.of(new TableColumn("Visit", "", Align.LEFT)));
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= 14; i++) {
            columns.add(new TableColumn("Arm " + i + "\n(N=10)", "", Align.DECIMAL));
            cells.add("1" + i + ".5 (32.0, 39.8)");
        }
        Table table = table(columns, data(0, 0, "Week 24", cells.toArray(String[]::new)));
        try (PDDocument file = Loader.loadPDF(pdf(SampleTables.single(table)))) {
            assertThat(file.getNumberOfPages()).isGreaterThan(1);
            StringBuilder all = new StringBuilder();
            for (int page = 1; page <= file.getNumberOfPages(); page++) {
                assertThat(text(file, page)).contains("Week 24");
                all.append(text(file, page));
            }
            for (String cell : cells) {
                assertThat(all.toString().split(java.util.regex.Pattern.quote(" " + cell), -1)).as(cell).hasSize(2);
            }
        }
    }

    /// Ten rows of so many arms, whose names have so many letters.
    private static Table arms(int arms, int letters) {
        List<TableColumn> columns = new ArrayList<>(List.of(new TableColumn("System organ class", "", Align.LEFT)));
        for (int arm = 1; arm <= arms; arm++) {
            String name = "Arm " + arm + " of the medicine in a dose escalation with an adjuvant and a name";
            columns.add(new TableColumn(name.substring(0, letters) + "\n(N=100)", "", Align.DECIMAL));
        }
        List<TableRow> rows = new ArrayList<>();
        for (int row = 0; row < 10; row++) {
            rows.add(data(0, row, "Preferred term " + row,
                    java.util.Collections.nCopies(arms, "12 (12.0%) [34]").toArray(String[]::new)));
        }
        return table(columns, rows.toArray(TableRow[]::new));
    }

    @Test
    void headersOfManyArmsWrapBeforeTheTableIsSplit() throws IOException {
        try (PDDocument twelve = Loader.loadPDF(pdf(SampleTables.single(arms(12, 40))));
                PDDocument thirty = Loader.loadPDF(pdf(SampleTables.single(arms(30, 55))))) {
            assertThat(twelve.getNumberOfPages()).isLessThanOrEqualTo(2);
            assertThat(thirty.getNumberOfPages()).isLessThanOrEqualTo(5);
        }
    }

    @Test
    void headerOfAnEmptyListingIsAsLowAsThePageAllows() throws IOException {
        List<TableColumn> columns = Stream.of("Treatment", "Subject", "Age / Sex", "System organ class", "Preferred term",
                "Reported term", "Start date /\nstudy day", "End date /\nstudy day", "Grade", "Related", "Action taken",
                "Outcome")
                .map(header -> new TableColumn(header, "", Align.LEFT)).toList();
        TableRow none = new TableRow(TableRow.Kind.MESSAGE, 0, 0, List.of(Cell.text("No event was reported.")));
        // Two lines: the header's own break, and no other one in the words of a column.
        Listing listing = new Listing("l", "16.1", "Title", "Population", columns, 2, List.of(none), List.of("A footnote."),
                new PageLayout(PageLayout.Paper.A4, PageLayout.Orientation.AUTO, 8, 19));
        assertThat(text(pdf(SampleTables.single(listing)))).contains("study day study day")
                .containsPattern("System\\s+Preferred\\s+Reported").contains("organ class");
    }

    @Test
    void tableOverPagesAndSlicesIsOneTableWithHeaderCells() throws IOException {
        for (Table table : List.of(arms(30, 55), SampleTables.socPt(24, 12), SampleTables.baseline())) {
            try (PDDocument file = Loader.loadPDF(pdf(SampleTables.single(table)))) {
                List<PDStructureElement> tables = ReadPdf.elements(file, "Table");
                assertThat(tables).hasSize(1);
                assertThat(ReadPdf.faults(tables.getFirst())).isEmpty();
                assertThat(ReadPdf.elements(ReadPdf.elements(tables.getFirst(), "TBody").getFirst(), "TR"))
                        .hasSize(table.rows().size());
                assertThat(ReadPdf.elements(file, "H1")).hasSize(1);
            }
        }
    }

    @Test
    void longListingNeedsLittleMemory() throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx160m",
                "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), LongListing.class.getName(), "30000")
                .redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).containsPattern("\\d{3} pages");
    }

    @Test
    void greekMidDotAndChineseAreEmbeddedText() throws IOException {
        byte[] bytes = pdf(SampleTables.single(SampleTables.chinese()));
        assertThat(text(bytes)).contains("治疗期间出现的不良事件", "安慰剂组", "(α≥0.05, 37·5)", "1×10⁹/kg", "头痛");
        try (PDDocument file = Loader.loadPDF(bytes)) {
            for (PDPage page : file.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
    }

    @Test
    void chineseFontIsNotEmbeddedWhereNothingNeedsIt() {
        assertThat(pdf(SampleTables.single(SampleTables.none())).length).isLessThan(45_000);
    }

    @Test
    void characterThatNoFontHasIsABoxAndReported() throws Exception {
        Table table = twoColumns(data(0, 0, "x😀\u0007y ع", "1"));
        byte[] bytes = pdf(SampleTables.report(List.of(table)));
        assertValid(bytes);
        assertThat(text(bytes)).contains("x□□y □",
                "□ stands for a character that the fonts of this document lack: U+0007, U+0639, U+1F600.");
        assertThat(new PdfRenderer().undrawable(table)).containsExactly("U+0007", "U+0639 ع", "U+1F600 😀");
    }

    @Test
    void hostileTextsStayOnThePageAndValid() throws Exception {
        String longWord = "W".repeat(3_000);
        Table table = twoColumns(data(0, 0, longWord, "1"), data(3, 1, "=cmd|'/c calc'!A0 \\( ) <</JS>> endstream", "12 (54.5%)"),
                data(0, 2, "שלום (עולם) abc",
                        "no number but a long sentence that has to wrap in its column because it is so long, and again"),
                data(0, 3, "e\u0301\u200B\u202Ea\tb", "9".repeat(400)));
        byte[] bytes = pdf(SampleTables.single(table));
        assertValid(bytes);
        assertThat(text(bytes).chars().filter(c -> c == 'W').count()).isEqualTo(3_000);
        assertThat(text(bytes).chars().filter(c -> c == '9').count()).isGreaterThanOrEqualTo(400);
        try (PDDocument file = Loader.loadPDF(bytes)) {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition position) {
                    assertThat(position.getXDirAdj()).isGreaterThan(30);
                    assertThat(position.getXDirAdj() + position.getWidthDirAdj())
                            .isLessThanOrEqualTo(position.getPageWidth() - 30);
                    super.processTextPosition(position);
                }
            };
            stripper.getText(file);
        }
    }

    @Test
    void tableWithoutRowsAndReportWithoutTablesAreFiles() throws Exception {
        assertValid(pdf(SampleTables.single(twoColumns())));
        assertValid(pdf(SampleTables.report(List.of())));
    }

    @Test
    void footnotesThatAreTooManyComeAfterTheTable() throws Exception {
        Table table = twoColumns(data(0, 0, "a", "1"));
        UnaryOperator<String> note = i -> "Footnote number " + i + ".";
        List<String> notes = java.util.stream.IntStream.range(0, 150).mapToObj(i -> note.apply(Integer.toString(i))).toList();
        Table noted = new Table(table.id(), table.number(), table.title(), "", table.columns(), 1, table.rows(), notes,
                PageLayout.DEFAULT);
        String text = text(pdf(SampleTables.single(noted)));
        assertThat(notes).allSatisfy(line -> assertThat(text.split(java.util.regex.Pattern.quote(line), -1)).hasSize(2));
    }

    @Test
    void sameDocumentGivesTheSameBytesEverywhere() {
        Document report = SampleTables.report(SampleTables.all());
        byte[] here = pdf(report);
        assertThat(pdf(report)).isEqualTo(here);
        assertThat(Rendered.bytesElsewhere(new PdfRenderer(), report, "ar-EG-u-nu-arab", "Asia/Kolkata")).isEqualTo(here);
        assertThat(Rendered.bytesElsewhere(new PdfRenderer(), report, "tr-TR", "America/St_Johns")).isEqualTo(here);
    }

    @Test
    void paperAndOrientationAreWhatTheShellAsks() throws IOException {
        Table table = SampleTables.none();
        for (PageLayout.Orientation orientation : PageLayout.Orientation.values()) {
            PageLayout layout = new PageLayout(PageLayout.Paper.LETTER, orientation, 8, PageLayout.USUAL_MARGINS);
            Table asked = new Table(table.id(), table.number(), table.title(), "", table.columns(), 1, table.rows(), List.of(),
                    layout);
            try (PDDocument file = Loader.loadPDF(pdf(SampleTables.single(asked)))) {
                float width = file.getPage(0).getMediaBox().getWidth();
                assertThat(width).isEqualTo(orientation == PageLayout.Orientation.LANDSCAPE ? 792 : 612);
            }
        }
    }

    /// Displays of a journal, by how many rows they have, and which stand on each page. A page holds some 60 rows upright, 40 where it
    /// lies, as one with wide columns (w) does: below one another, below the last page of a long one, turned to lie beside a wide one;
    /// a short one that was alone gets the one before it.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"10 10 10 | 1 2 3", "80 10 | 1, 1 2", "80 50 | 1, 1, 2", "15 25 15 | 1, 2 3",
        "30 25 15 | 1, 2 3", "w10 8 | 1 2", "8 w10 | 1 2", "45 w10 | 1, 2"})
    void shortDisplaysOfAJournalShareAPage(String displays, String pages) throws Exception {
        List<Table> tables = new ArrayList<>();
        for (String display : displays.split(" ", -1)) {
            boolean wide = display.startsWith("w");
            TableRow[] rows = IntStream.range(0, Integer.parseInt(display.replace("w", "")))
                    .mapToObj(row -> data(0, row, "Row", "1")).toArray(TableRow[]::new);
            String header = wide
                    ? "A header of many words in one line that must not be broken anywhere".replace(' ', '\u00a0')
                    : "Arm";
            tables.add(new Table("t" + tables.size(), Integer.toString(tables.size() + 1), "Title", "",
                    List.of(new TableColumn("Label", "", Align.LEFT), new TableColumn(header, "", Align.LEFT),
                            new TableColumn(header, "", Align.LEFT)),
                    1, List.of(rows), List.of(), PageLayout.DEFAULT));
        }
        Document journal = SampleTables.report(tables);
        byte[] bytes = pdf(new Document(journal.study(), "", "", "", "", "", null, journal.page(), tables, List.of(), List.of(),
                List.of(), true, false));
        try (PDDocument file = Loader.loadPDF(bytes)) {
            List<String> found = new ArrayList<>();
            for (int page = 1; page <= file.getNumberOfPages(); page++) {
                found.add(Pattern.compile("Table (\\d)").matcher(text(file, page)).results().map(result -> result.group(1))
                        .collect(Collectors.joining(" ")));
            }
            assertThat(String.join(", ", found)).isEqualTo(pages);
        }
        assertThat(Validated.failures(bytes)).isEmpty();
    }

    @Test
    void whatIsReadFromTheRightSaysTheOrderInWhichItIsRead() throws Exception {
        byte[] pdf = Rendered.bytes(new PdfRenderer(), SampleTables.single(SampleTables.chinese()));
        assertThat(Validated.failures(pdf)).isEmpty();
        try (PDDocument file = Loader.loadPDF(pdf)) {
            List<String> said = new ArrayList<>();
            for (Object token : new PDFStreamParser(file.getPage(0)).parse()) {
                if (token instanceof COSDictionary properties && properties.containsKey(COSName.ACTUAL_TEXT)) {
                    said.add(properties.getString(COSName.ACTUAL_TEXT));
                }
            }
            assertThat(said).hasSize(1).first().asString().contains("שלום עולם");
        }
    }
}
