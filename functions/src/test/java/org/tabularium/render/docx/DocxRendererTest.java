package org.tabularium.render.docx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tabularium.render.SampleTables.data;
import static org.tabularium.render.SampleTables.heading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSdtRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabStop;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FtrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.HdrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.tabularium.figure.drawing.Chart;
import org.tabularium.figure.drawing.Drawing;
import org.tabularium.figure.drawing.Look;
import org.tabularium.figure.drawing.Point;
import org.tabularium.figure.drawing.Shade;
import org.tabularium.figure.drawing.Shape;
import org.tabularium.figure.drawing.Stroke;
import org.tabularium.render.Document;
import org.tabularium.render.Rendered;
import org.tabularium.render.SampleTables;
import org.tabularium.result.Clauses;
import org.tabularium.result.Method;
import org.tabularium.result.MethodId;
import org.tabularium.result.Result;
import org.tabularium.result.Selection;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.shell.PageLayout;
import org.tabularium.shell.PopulationName;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.Figure;
import org.tabularium.table.display.Listing;
import org.tabularium.table.display.Table;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;

/// What POI reads in the documents that we write.
class DocxRendererTest {

    private static final Document REPORT = SampleTables.report(SampleTables.all());

    private static XWPFDocument read(Document document) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(Rendered.bytes(new DocxRenderer(), document)));
    }

    private static String text(XWPFTableCell cell) {
        return cell.getText().strip();
    }

    @Test
    void everyPartIsValidByItsSchema() throws Exception {
        try (XWPFDocument word = read(REPORT)) {
            List<XmlObject> parts = new ArrayList<>(List.of(word.getDocument(), word.getStyle()));
            for (PackagePart part : word.getPackage().getParts()) {
                if (part.getPartName().getName().contains("header")) {
                    parts.add(HdrDocument.Factory.parse(part.getInputStream()));
                } else if (part.getPartName().getName().contains("footer")) {
                    parts.add(FtrDocument.Factory.parse(part.getInputStream()));
                }
            }
            List<XmlError> errors = new ArrayList<>();
            for (XmlObject part : parts) {
                part.validate(new XmlOptions().setErrorListener(errors));
            }
            assertThat(parts).hasSizeGreaterThan(5);
            assertThat(errors).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"ar, Asia/Kathmandu", "de-DE, America/New_York"})
    void sameDocumentGivesTheSameBytesElsewhere(String language, String zone) {
        assertThat(Rendered.bytesElsewhere(new DocxRenderer(), REPORT, language, zone))
                .isEqualTo(Rendered.bytes(new DocxRenderer(), REPORT));
    }

    @Test
    void cellsAreThoseOfTheDisplay() throws IOException {
        Table baseline = SampleTables.baseline();
        try (XWPFDocument word = read(SampleTables.single(baseline))) {
            XWPFTable table = word.getTables().getFirst();
            for (int row = 0; row < baseline.rows().size(); row++) {
                List<String> texts = table.getRow(row + 2).getTableCells().stream().map(DocxRendererTest::text).toList();
                List<String> expected = new ArrayList<>(baseline.rows().get(row).cells().stream().map(Cell::text).toList());
                while (expected.size() < baseline.columns().size()) {
                    expected.add("");
                }
                assertThat(texts).isEqualTo(expected);
            }
            assertThat(table.getRows()).hasSize(baseline.rows().size() + 2);
        }
    }

    @Test
    void headersRepeatAndNoRowSplits() throws IOException {
        try (XWPFDocument word = read(SampleTables.single(SampleTables.baseline()))) {
            List<XWPFTableRow> rows = word.getTables().getFirst().getRows();
            assertThat(rows).allMatch(XWPFTableRow::isCantSplitRow);
            assertThat(rows.stream().map(XWPFTableRow::isRepeatHeader).toList()).startsWith(true, true, false);
        }
    }

    @Test
    void spannerIsOneMergedCell() throws IOException {
        try (XWPFDocument word = read(SampleTables.single(SampleTables.baseline()))) {
            XWPFTableRow spans = word.getTables().getFirst().getRow(0);
            assertThat(spans.getTableCells()).hasSize(4);
            assertThat(text(spans.getCell(2))).isEqualTo("Xanomeline");
            assertThat(spans.getCell(2).getCTTc().getTcPr().getGridSpan().getVal().intValueExact()).isEqualTo(2);
            assertThat(text(spans.getCell(3))).isEqualTo("Total\n(N=254)");
        }
    }

    @Test
    void styleOfEveryParagraphIsNamed() throws IOException {
        try (XWPFDocument word = read(REPORT)) {
            Set<String> used = new TreeSet<>();
            for (IBodyElement element : word.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph) {
                    used.add(name(word, paragraph));
                } else if (element instanceof XWPFTable table) {
                    assertThat(word.getStyles().getStyle(table.getStyleID()).getName()).isEqualTo("TFL Table");
                    table.getRows().forEach(row -> row.getTableCells()
                            .forEach(cell -> cell.getParagraphs().forEach(p -> used.add(name(word, p)))));
                }
            }
            assertThat(used).contains("TFL Title", "TFL Head", "TFL Stub 1", "TFL Stub 2", "TFL Cell", "TFL Note")
                    .allMatch(name -> name.startsWith("TFL ") || Set.of("Title", "toc 1").contains(name));
        }
    }

    private static Listing listing(double size) {
        Table table = SampleTables.listing(3);
        List<TableColumn> columns = new ArrayList<>(table.columns());
        columns.set(5, new TableColumn("Day", "", Align.DECIMAL));
        List<TableRow> rows = List.of(data(0, 0, "01", "A", "B", "C", "D", "12", "E", "F", "G", "H", "I", "J"));
        return new Listing("l", "16.1", "Listing", "", columns, 1, rows, List.of(),
                new PageLayout(PageLayout.Paper.A4, PageLayout.Orientation.LANDSCAPE, size, PageLayout.USUAL_MARGINS));
    }

    /// The styles of the rows of a document with their sizes in half points; no run says a size of its own.
    private static Map<String, Integer> sizes(XWPFDocument word) {
        Map<String, Integer> sizes = new TreeMap<>();
        for (XWPFTable table : word.getTables()) {
            assertThat(table.getCTTbl().xmlText()).doesNotContain("<w:sz ");
            for (XWPFTableCell cell : table.getRows().stream().flatMap(row -> row.getTableCells().stream()).toList()) {
                XWPFStyle style = word.getStyles().getStyle(cell.getParagraphs().getFirst().getStyleID());
                sizes.put(style.getName(), size(word, style));
            }
        }
        return sizes;
    }

    private static int size(XWPFDocument word, XWPFStyle style) {
        return style.getCTStyle().isSetRPr() && style.getCTStyle().getRPr().sizeOfSzArray() == 1
                ? ((BigInteger) style.getCTStyle().getRPr().getSzArray(0).getVal()).intValueExact()
                : size(word, word.getStyles().getStyle(style.getBasisStyleID()));
    }

    /// Who changes a style changes all listings: their smaller letters are those of their styles.
    @Test
    void listingsHaveStylesOfTheirOwn() throws IOException {
        try (XWPFDocument word = read(SampleTables.single(listing(PageLayout.SMALLEST)))) {
            assertThat(sizes(word)).isEqualTo(Map.of("TFL Listing Head", 16, "TFL Listing Stub 1", 16, "TFL Listing Cell", 16,
                    "TFL Listing Text", 16));
            assertThat(word.getStyles().getStyle("TFLListingCell").getBasisStyleID()).isEqualTo("TFLCell");
        }
        try (XWPFDocument word = read(SampleTables.single(SampleTables.baseline()))) {
            assertThat(sizes(word)).isEqualTo(Map.of("TFL Head", 18, "TFL Stub 1", 18, "TFL Stub 2", 18, "TFL Cell", 18));
        }
    }

    /// Another `font-size` is a style as well, based on the usual one.
    @Test
    void otherSizesAreStylesBasedOnTheUsualOnes() throws Exception {
        try (XWPFDocument word = read(SampleTables.single(listing(9.5)))) {
            assertThat(sizes(word)).isEqualTo(Map.of("TFL Listing 9.5 pt Head", 19, "TFL Listing 9.5 pt Stub 1", 19,
                    "TFL Listing 9.5 pt Cell", 19, "TFL Listing 9.5 pt Text", 19));
            assertThat(word.getStyles().getStyle("TFLListing9_5ptCell").getBasisStyleID()).isEqualTo("TFLListingCell");
            List<XmlError> errors = new ArrayList<>();
            word.getStyle().validate(new XmlOptions().setErrorListener(errors));
            assertThat(errors).isEmpty();
        }
        Table small = new Table("t", "14.1", "T", "", List.of(new TableColumn("", "", Align.LEFT),
                new TableColumn("A", "", Align.DECIMAL)), 1, List.of(data(1, 0, "Row", "1")), List.of(),
                new PageLayout(PageLayout.Paper.A4, PageLayout.Orientation.AUTO, 8, PageLayout.USUAL_MARGINS));
        try (XWPFDocument word = read(SampleTables.single(small))) {
            assertThat(sizes(word)).isEqualTo(Map.of("TFL 8 pt Head", 16, "TFL 8 pt Stub 2", 16, "TFL 8 pt Cell", 16));
            assertThat(word.getStyles().getStyle("TFL8ptStub2").getBasisStyleID()).isEqualTo("TFLStub2");
        }
    }

    private static String name(XWPFDocument word, XWPFParagraph paragraph) {
        return word.getStyles().getStyle(paragraph.getStyleID()).getName();
    }

    @Test
    void blockStaysTogetherButDoesNotHoldTheNext() throws IOException {
        try (XWPFDocument word = read(SampleTables.single(SampleTables.baseline()))) {
            XWPFTable table = word.getTables().getFirst();
            List<Boolean> kept = table.getRows().stream().map(row -> row.getCell(0).getParagraphArray(0).isKeepNext()).toList();
            // Two header rows have it by their style; then age: a heading and five rows; sex: a heading and two.
            assertThat(kept.subList(2, 11)).containsExactly(true, true, true, true, true, false, true, true, false);
        }
    }

    /// The last rows go on with the footnotes, which stay together; a page of footnotes alone says nothing.
    @Test
    void footnotesStayTogetherWithTheLastRows() throws IOException {
        try (XWPFDocument word = read(SampleTables.single(SampleTables.baseline()))) {
            List<XWPFTableRow> rows = word.getTables().getFirst().getRows();
            assertThat(rows.getLast().getCell(0).getParagraphArray(0).isKeepNext()).isTrue();
            List<Boolean> notes = word.getParagraphs().stream().filter(p -> name(word, p).equals("TFL Note"))
                    .map(XWPFParagraph::isKeepNext).toList();
            assertThat(notes).hasSizeGreaterThan(1).endsWith(false);
            assertThat(notes.subList(0, notes.size() - 1)).containsOnly(true);
        }
    }

    /// LibreOffice keeps no last row with what follows the table, so the last rows begin a page where the footnotes stood alone else.
    @Test
    void footnotesThatStoodAloneTakeTheLastRowsWithThem() throws IOException {
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int rows = 40; rows < 75; rows++) {
            List<TableRow> lines = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                lines.add(data(0, row, "Row " + row, "1"));
            }
            Table table = new Table("t", "14.1", "T", "", List.of(new TableColumn("", "", Align.LEFT),
                    new TableColumn("A", "", Align.DECIMAL)), 1, lines, List.of("One.", "Two.", "Three."), PageLayout.DEFAULT);
            try (XWPFDocument word = read(SampleTables.single(table))) {
                List<XWPFTable> tables = word.getTables();
                if (tables.size() > 1) {
                    least = Math.min(least, rows);
                    most = Math.max(most, rows);
                    assertThat(tables.get(1).getRows()).hasSize(4);
                    assertThat(tables.get(1).getRow(0).isRepeatHeader()).isTrue();
                    assertThat(tables.getFirst().getRows()).hasSize(rows - 2);
                    assertThat(tables.getFirst().getRows().getLast().getCell(0).getParagraphArray(0).isKeepNext()).isFalse();
                }
            }
        }
        // An upright page of A4 has 733.9 points: title 13.5, header 15.35, 2 below it, rows of 11.35, three notes of 11.2. So 58
        // rows and the notes fit, and 61 rows without them.
        assertThat(List.of(least, most)).isEqualTo(List.of(59, 61));
    }

    /// Two parameters of five arms, on two pages.
    private static Table parameters(int visits) {
        List<TableRow> lines = new ArrayList<>();
        for (int parameter = 0; parameter < 2; parameter++) {
            lines.add(heading(0, 10 * parameter, "Parameter " + parameter));
            for (int arm = 0; arm < 5; arm++) {
                for (int visit = 0; visit < visits; visit++) {
                    lines.add(data(1, 10 * parameter + arm, visit == 0 ? "Arm " + arm : "", "1"));
                }
            }
        }
        return new Table("t", "14.1", "T", "", List.of(new TableColumn("", "", Align.LEFT),
                new TableColumn("A", "", Align.DECIMAL)), 1, lines, List.of(), PageLayout.DEFAULT);
    }

    /// A reader of the page knows of what its rows are.
    @Test
    void pageThatBeginsBelowALabelBeginsWithIt() throws IOException {
        try (XWPFDocument word = read(SampleTables.single(parameters(9)))) {
            List<XWPFTable> tables = word.getTables();
            // A page has 705 points for rows of 11.35 and gaps of 3.15: all of the first parameter (536.7) and the heading and first
            // arm of the second (116.65), not its second arm (105.3).
            assertThat(tables).hasSize(2);
            assertThat(text(tables.get(1).getRow(1).getCell(0))).isEqualTo("Parameter 1 (continued)");
            assertThat(tables.get(1).getRow(1).getTableCells()).hasSize(1);
            assertThat(text(tables.get(1).getRow(2).getCell(0))).isEqualTo("Arm 1");
        }
    }

    /// Where displays follow each other on a page, such a one begins a page, since only so its pages are foreseen.
    @Test
    void displayWhosePagesSayWhatGoesOnSharesNoPageWithTheOneBefore() throws IOException {
        Document one = SampleTables.single(SampleTables.baseline());
        Document two = new Document(one.study(), one.sponsor(), one.title(), one.cutOff(), one.run(), one.software(),
                one.created(), one.page(), List.of(SampleTables.baseline(), parameters(9)), List.of(), List.of(), List.of(), true,
                false);
        try (XWPFDocument word = read(two)) {
            assertThat(word.getDocument().xmlText().split("<w:sectPr", -1)).hasSize(3);
            assertThat(word.getTables()).hasSize(3);
            assertThat(text(word.getTables().getLast().getRow(1).getCell(0))).isEqualTo("Parameter 1 (continued)");
        }
    }

    /// Eleven visits an arm: on pages of its own each parameter has one, below half a page the second would begin within the
    /// first.
    @Test
    void displayThatCouldBePartedBelowALabelSharesNoPageWithTheOneBefore() throws IOException {
        Document one = SampleTables.single(SampleTables.baseline());
        Document two = new Document(one.study(), one.sponsor(), one.title(), one.cutOff(), one.run(), one.software(),
                one.created(), one.page(), List.of(SampleTables.baseline(), parameters(11)), List.of(), List.of(), List.of(),
                true, false);
        try (XWPFDocument word = read(two)) {
            assertThat(word.getDocument().xmlText().split("<w:sectPr", -1)).hasSize(3);
            assertThat(word.getTables()).as("no page begins by a mark").hasSize(2);
        }
    }

    /// Below half a page the rows of one that has two pages would end lower, and its footnotes come to stand alone on a third.
    @Test
    void displayOfSeveralPagesBeginsOne() throws IOException {
        List<TableRow> rows = IntStream.range(0, 80).mapToObj(row -> data(0, row, "Row " + row, "1")).toList();
        Table two = new Table("t", "14.1", "T", "", List.of(new TableColumn("", "", Align.LEFT),
                new TableColumn("A", "", Align.DECIMAL)), 1, rows, List.of("A note."), PageLayout.DEFAULT);
        Document one = SampleTables.single(SampleTables.baseline());
        Document both = new Document(one.study(), one.sponsor(), one.title(), one.cutOff(), one.run(), one.software(),
                one.created(), one.page(), List.of(SampleTables.baseline(), two), List.of(), List.of(), List.of(), true, false);
        try (XWPFDocument word = read(both)) {
            assertThat(word.getDocument().xmlText().split("<w:sectPr", -1)).hasSize(3);
        }
    }

    @Test
    void textOfSeveralLinesEndsThemWhereAllDocumentsDo() throws IOException {
        Table table = new Table("t", "14.1", "T", "",
                List.of(new TableColumn("Dose of 200 mg\n(N=5)", "", Align.LEFT), new TableColumn("Outcome", "", Align.LEFT)), 1,
                List.of(data(0, 1, "TAB-101 200 mg ".repeat(12).strip(),
                        "Not recovered/not resolved, 4·00 (0·71–69·49) ".repeat(9)),
                        data(0, 2, "TAB-101 200 mg", "4–5")),
                List.of(), PageLayout.DEFAULT);
        try (XWPFDocument word = read(SampleTables.single(table))) {
            List<XWPFTableRow> rows = word.getTables().getFirst().getRows();
            assertThat(text(rows.getFirst().getCell(0))).isEqualTo("Dose of 200\u00A0mg\n(N=5)");
            assertThat(text(rows.get(1).getCell(0))).startsWith("TAB\u2011101 200\u00A0mg TAB\u2011101");
            assertThat(rows.get(1).getCell(0).getParagraphArray(0).getCTP().getRArray(0).sizeOfNoBreakHyphenArray())
                    .isEqualTo(12);
            assertThat(text(rows.get(1).getCell(1))).startsWith("Not recovered/\u200Bnot resolved, 4·00 (0·71–\uFEFF69·49) Not");
            assertThat(text(rows.get(2).getCell(0))).isEqualTo("TAB-101 200 mg");
            assertThat(text(rows.get(2).getCell(1))).isEqualTo("4–5");
        }
    }

    /// LibreOffice prints not all of a kept chain before a continuous section.
    @Test
    void displaysOnTheSamePageAreOneSection() throws IOException {
        Document one = SampleTables.single(SampleTables.baseline());
        Document two = new Document(one.study(), one.sponsor(), one.title(), one.cutOff(), one.run(), one.software(),
                one.created(),
                one.page(), List.of(SampleTables.baseline(), SampleTables.baseline()), List.of(), List.of(), List.of(), true,
                false);
        try (XWPFDocument word = read(two)) {
            assertThat(word.getTables().getFirst().getRows().getLast().getCell(0).getParagraphArray(0).isKeepNext()).isTrue();
            assertThat(word.getDocument().xmlText().split("<w:sectPr", -1)).hasSize(2);
            assertThat(word.getDocument().xmlText()).doesNotContain("continuous");
        }
    }

    /// Else the title stands alone where figure, charts and footnotes are higher than a page.
    @Test
    void titleIsKeptWithTheFigureButNotWithItsCharts() throws IOException {
        Chart.Side side = new Chart.Side("Weeks", 0, 10, 1, false);
        Chart chart = new Chart("", side, side, List.of(
                new Chart.Series("A", true, Chart.Form.LINE, Look.of(0), List.of(new Point(0, 1), new Point(10, 2)))));
        Figure figure = new Figure("km", "14.2-1", "Curves", "", List.of(), 0, List.of(), List.of("Note"), PageLayout.DEFAULT,
                new Drawing(200, 600, List.of(), "Curves"), List.of(chart));
        try (XWPFDocument word = read(SampleTables.single(figure))) {
            assertThat(word.getParagraphs().get(1).isKeepNext()).isFalse();
            // The chart has a page of its own, with the title again.
            XWPFParagraph again = word.getParagraphs().get(2);
            assertThat(again.getText()).contains("Curves (continued)");
            assertThat(again.isPageBreak()).isTrue();
            assertThat(again.isKeepNext()).isTrue();
        }
        Figure lower = figure.drawn(new Drawing(200, 300, List.of(), "Curves"), List.of(chart));
        try (XWPFDocument word = read(SampleTables.single(lower))) {
            assertThat(word.getParagraphs().get(1).isKeepNext()).isTrue();
            assertThat(word.getParagraphs()).noneMatch(XWPFParagraph::isPageBreak);
        }
    }

    @Test
    void numbersStandByADecimalTab() throws IOException {
        try (XWPFDocument word = read(SampleTables.single(SampleTables.baseline()))) {
            XWPFTable table = word.getTables().getFirst();
            List<CTTabStop> tabs = new ArrayList<>();
            table.getRows().subList(2, table.getNumberOfRows()).forEach(row -> row.getTableCells()
                    .forEach(cell -> {
                        CTPPr properties = cell.getParagraphArray(0).getCTP().getPPr();
                        if (properties.isSetTabs()) {
                            tabs.addAll(properties.getTabs().getTabList());
                        }
                    }));
            assertThat(tabs).hasSizeGreaterThan(50).allMatch(tab -> tab.getVal() == STTabJc.DECIMAL);
        }
    }

    @Test
    void textOfCellsIsNotPushedByBlanks() throws IOException {
        try (XWPFDocument word = read(REPORT)) {
            for (XWPFTable table : word.getTables()) {
                table.getRows().forEach(row -> row.getTableCells()
                        .forEach(cell -> assertThat(cell.getText()).doesNotStartWith(" ").doesNotContain("\t")));
            }
        }
    }

    @Test
    void sectionHasTheOrientationOfItsDisplay() throws IOException {
        Table upright = table(new PageLayout(PageLayout.Paper.A4, PageLayout.Orientation.PORTRAIT, 9, 20));
        Table across = table(new PageLayout(PageLayout.Paper.LETTER, PageLayout.Orientation.LANDSCAPE, 9, 20));
        try (XWPFDocument word = read(SampleTables.report(List.of(upright, across)))) {
            List<CTSectPr> sections = new ArrayList<>();
            word.getParagraphs().forEach(p -> {
                if (p.getCTP().isSetPPr() && p.getCTP().getPPr().isSetSectPr()) {
                    sections.add(p.getCTP().getPPr().getSectPr());
                }
            });
            sections.add(word.getDocument().getBody().getSectPr());
            // Contents, two displays, findings.
            assertThat(sections).hasSize(4);
            assertThat(sections.get(1).getPgSz().isSetOrient()).isFalse();
            assertThat(sections.get(2).getPgSz().getOrient()).isEqualTo(STPageOrientation.LANDSCAPE);
            assertThat(sections.get(2).getPgSz().getW()).hasToString("15840");
            assertThat(sections).allMatch(section -> section.sizeOfFooterReferenceArray() == 1);
        }
    }

    @Test
    void captionHasABookmarkToWhichTheContentsLead() throws IOException {
        try (XWPFDocument word = read(REPORT)) {
            List<String> bookmarks = new ArrayList<>();
            List<String> anchors = new ArrayList<>();
            word.getParagraphs().forEach(p -> {
                p.getCTP().getBookmarkStartList().forEach(mark -> bookmarks.add(mark.getName()));
                p.getCTP().getHyperlinkList().forEach(link -> anchors.add(link.getAnchor()));
            });
            assertThat(bookmarks).contains("tfl_baseline", "tfl_ae_soc_pt").doesNotHaveDuplicates();
            assertThat(anchors).hasSize(REPORT.displays().size()).isSubsetOf(bookmarks);
            assertThat(word.getParagraphs().stream().map(XWPFParagraph::getText))
                    .anyMatch(text -> text.startsWith("Table\u00a014.1.1\u2003Demographic and Baseline Characteristics")
                            && text.matches(".*\\d+$"));
        }
    }

    @Test
    void raisedCharactersAreRealSuperscripts() throws IOException {
        try (XWPFDocument word = read(SampleTables.single(table(PageLayout.DEFAULT)))) {
            XWPFParagraph paragraph = word.getTables().getFirst().getRow(1).getCell(0).getParagraphArray(0);
            assertThat(paragraph.getText()).isEqualTo("Cells, 109a");
            assertThat(paragraph.getRuns().get(1).getVerticalAlignment()).hasToString("superscript");
            assertThat(paragraph.getRuns().get(1).text()).isEqualTo("9a");
        }
    }

    @Test
    void shownNumberStandsInAControlWithItsName() throws IOException {
        Result count = result(Statistic.COUNT);
        Result percent = result(Statistic.PERCENT);
        Cell cell = new Cell("3 (50%)", null, List.of(count, percent), "ᵃ", null);
        Table table = new Table("t", "14.1", "T", "", List.of(new TableColumn("", "", Align.LEFT),
                new TableColumn("A", "", Align.DECIMAL)), 1,
                List.of(new TableRow(TableRow.Kind.DATA, 0, 1, List.of(Cell.text("Row"), cell))), List.of(), PageLayout.DEFAULT);
        try (XWPFDocument word = read(tagged(table))) {
            CTSdtRun control = word.getTables().getFirst().getRow(1).getCell(1).getParagraphArray(0).getCTP().getSdtArray(0);
            assertThat(control.getSdtPr().getTag().getVal()).isEqualTo("tab:X");
            assertThat(control.getSdtPr().getAlias().getVal()).isEqualTo("count, percent");
            assertThat(control.getSdtContent().getRArray(0).getTArray(0).getStringValue()).isEqualTo("3 (50%)");
            assertThat(text(word.getTables().getFirst().getRow(1).getCell(1))).isEqualTo("3 (50%)a");
        }
    }

    @ParameterizedTest
    @CsvSource({"false, 0", "true, 1"})
    void nOfAnArmStandsInAControlOfItsOwnInHeaderAndSpan(boolean spanned, int cell) throws IOException {
        TableColumn.Total total = new TableColumn.Total(result(Statistic.COLUMN_TOTAL), "10", 1);
        String arm = "10 mg (10)ᵃ\n(N=10)";
        TableColumn column = new TableColumn(spanned ? "n (%)" : arm, spanned ? arm : "", Align.DECIMAL, "", total);
        try (XWPFDocument word = read(tagged(new Table("t", "14.1", "T", "",
                List.of(new TableColumn("", "", Align.LEFT), column, column), 1, List.of(data(0, 1, "Row", "1", "2")), List.of(),
                PageLayout.DEFAULT)))) {
            XWPFTable table = word.getTables().getFirst();
            assertThat(text(table.getRow(0).getCell(1))).isEqualTo("10\u00A0mg (10)a\n(N=10)");
            List<CTSdtRun> controls = List.of(table.getRow(0).getCell(1).getParagraphArray(0).getCTP().getSdtArray());
            assertThat(controls).extracting(control -> control.getSdtPr().getAlias().getVal()).containsExactly("N");
            assertThat(controls.getFirst().getSdtContent().getRArray(0).getTArray(0).getStringValue()).isEqualTo("10");
            assertThat(word.getDocument().xmlText().split("<w:tag ", -1)).hasSize(spanned ? 2 : 3);
        }
    }

    @Test
    void nOfAnArmThatIsALabelStandsInAControl() throws IOException {
        Cell arm = new Cell("Placebo (N=10)", null, List.of(), "ᵃ",
                new TableColumn.Total(result(Statistic.COLUMN_TOTAL), "10", 1));
        try (XWPFDocument word = read(tagged(new Table("t", "14.1", "T", "", List.of(new TableColumn("", "", Align.LEFT)), 1,
                List.of(new TableRow(TableRow.Kind.DATA, 0, 1, List.of(arm))), List.of(), PageLayout.DEFAULT)))) {
            XWPFTableCell cell = word.getTables().getFirst().getRow(1).getCell(0);
            assertThat(text(cell)).isEqualTo("Placebo (N=10)a");
            assertThat(cell.getParagraphArray(0).getCTP().getSdtArray(0).getSdtContent().getRArray(0).getTArray(0)
                    .getStringValue()).isEqualTo("10");
        }
    }

    /// The document of one table whose results all have a name.
    private static Document tagged(Table table) {
        Document plain = SampleTables.single(table);
        return new Document(plain.study(), plain.sponsor(), plain.title(), plain.cutOff(), plain.run(),
                plain.software(), plain.created(), plain.page(), plain.displays(), plain.notProduced(), plain.findings(),
                plain.data(), false, false, plain.subjects(), _ -> "tab:X", plain.layouts());
    }

    @Test
    void readersOfScreensHearWhatTheTableIs() throws Exception {
        try (XWPFDocument word = read(SampleTables.single(SampleTables.baseline()))) {
            var properties = word.getTables().getFirst().getCTTbl().getTblPr();
            assertThat(properties.getTblCaption().getVal()).isEqualTo("Table 14.1.1  Demographic and Baseline Characteristics");
            assertThat(properties.getTblDescription().getVal())
                    .startsWith("Intention-to-treat population. Columns: Placebo (N=86);");
            assertThat(word.getStyle().getDocDefaults().getRPrDefault().getRPr().getLangArray(0).getVal())
                    .isEqualTo("en-US");
        }
    }

    @Test
    void pageSaysWhoseItIsAndItsNumber() throws IOException {
        try (XWPFDocument word = read(REPORT)) {
            assertThat(word.getHeaderList().getFirst().getText()).contains("Example Therapeutics · SA-OR088", "DRAFT");
            assertThat(word.getFooterList().getFirst().getText()).contains("Run 0123456789abcdef", "Page ", " of ");
        }
    }

    @Test
    void figureIsAGroupOfShapesWithItsAlternativeNotAPicture() throws IOException {
        Drawing drawing = new Drawing(200, 100, List.of(
                new Shape.Path(List.of(new Point(0, 0), new Point(200, 100)), false, null, Stroke.solid(1, Shade.BLUE)),
                new Shape.Circle(new Point(50, 50), 3, Shade.BLACK, null),
                new Shape.Text("n at risk", new Point(10, 90), Shape.Anchor.START, 8, false, Shade.BLACK)), "A line & a mark");
        Figure figure = new Figure("km", "14.2-1", "Curves", "", List.of(), 0, List.of(), List.of("Note"), PageLayout.DEFAULT,
                drawing, List.of());
        try (XWPFDocument word = read(SampleTables.single(figure))) {
            String xml = word.getParagraphs().get(1).getCTP().xmlText();
            assertThat(xml).contains("descr=\"A line &amp; a mark\"", "prst=\"ellipse\"", "n at risk", "cx=\"2540000\"");
            assertThat(xml.split("<wps:wsp>", -1)).as("shapes, and the sheet").hasSize(5);
            assertThat(word.getAllPictures()).isEmpty();
        }
    }

    private static Result result(Statistic statistic) {
        return new Result("ADSL", Map.of(), "SEX", List.of("F"), statistic, new Value.Whole(3),
                new Selection(PopulationName.ALL, Clauses.NONE, null, Clauses.NONE), Method.of(MethodId.COUNT));
    }

    private static Table table(PageLayout layout) {
        return new Table("raised", "1", "Title", "",
                List.of(new TableColumn("", "", Align.LEFT), new TableColumn("A", "", Align.DECIMAL)), 1,
                List.of(data(0, 1, "Cells, 10⁹ᵃ", "1"), heading(0, 2, "Heading"), data(1, 2, "x", "2")), List.of("Note"), layout);
    }
}
