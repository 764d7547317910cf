package org.tabularium.render.xlsx;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tabularium.render.SampleTables.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.render.Document;
import org.tabularium.render.Rendered;
import org.tabularium.render.SampleTables;
import org.tabularium.render.office.FixedPackage;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.Table;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;
import org.xml.sax.InputSource;

/// Workbooks are read back with fastexcel, or as the XML that they hold.
@Shows(Requirement.FILES_VALID)
class XlsxRendererTest {

    private static byte[] xlsx(Document document) {
        return Rendered.bytes(new XlsxRenderer(), document);
    }

    private static ReadableWorkbook open(byte[] bytes) throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true));
    }

    private static List<List<String>> texts(Sheet sheet) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Row row : sheet.read()) {
            rows.add(row.stream().map(cell -> cell == null ? "" : cell.getText()).toList());
        }
        return rows;
    }

    private static Map<String, String> parts(byte[] bytes) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static String sheet(byte[] bytes, int number) throws IOException {
        return parts(bytes).getOrDefault("xl/worksheets/sheet" + number + ".xml", "");
    }

    private static Table table(String id, TableRow... rows) {
        return new Table(id, "", "Title", "",
                List.of(new TableColumn("a", "", Align.LEFT), new TableColumn("b", "", Align.DECIMAL)), 1, List.of(rows),
                List.of(), PageLayout.DEFAULT);
    }

    @Test
    void reportHasContentsASheetADisplayFindingsAndData() throws IOException {
        try (ReadableWorkbook workbook = open(xlsx(SampleTables.report(SampleTables.all())))) {
            assertThat(workbook.getSheets().map(Sheet::getName)).containsExactly("Contents", "14.1.1 baseline",
                    "14.3.1.2 ae-soc-pt", "16.2.7.1 listing-ae", "case-series", "14.3.2.1 ae-serious", "14.3.1.9 ae-chinese",
                    "Findings", "Data");
            List<String> contents = texts(workbook.getFirstSheet()).stream().flatMap(List::stream).toList();
            assertThat(contents).contains("SA-OR088", "Data cut-off 31 Aug 2025", "Run 0123456789abcdef", "Table 14.1.1",
                    "Demographic and Baseline Characteristics", "Not produced", "lab-shift",
                    "Shift of Laboratory Grades From Baseline\nADLB is not in the study");
            assertThat(texts(workbook.findSheet("Findings").orElseThrow())).contains(
                    List.of("note ADAE row 3 AEREL: relatedness is missing; the event is not counted as related [AREL_MISSING]"));
        }
    }

    @Test
    void singleTableHasOneSheetWithTitlesHeadersRowsAndFootnotes() throws IOException {
        Table baseline = SampleTables.baseline();
        try (ReadableWorkbook workbook = open(xlsx(SampleTables.single(baseline)))) {
            assertThat(workbook.getSheets()).hasSize(1);
            List<List<String>> rows = texts(workbook.getFirstSheet());
            assertThat(rows.getFirst().getFirst()).isEqualTo("Table 14.1.1");
            assertThat(rows).anySatisfy(
                    row -> assertThat(row).containsExactly("", "Placebo\n(N=86)", "Low Dose\n(N=84)", "High Dose\n(N=84)",
                            "Total\n(N=254)"));
            assertThat(rows).anySatisfy(
                    row -> assertThat(row).containsExactly("Female", "53 (61.6%)", "50 (59.5%)", "40 (47.6%)", "143 (56.3%)"));
            assertThat(rows.getLast().getFirst()).startsWith("Source: ADSL");
        }
    }

    /// In halves of a digit, ".2 (8.59)" is 1 + 2 + 1 + 1.2 + 2 + 1 + 2 + 2 + 1.2 = 13.4 behind the units digit, ".20" is 5.
    @Test
    void cellThatShowsOneNumberHoldsItWithItsDecimalsUnderTheOthersUnitsDigits() throws IOException {
        Table table = table("t", data(0, 0, "Mean", "75.20"), data(0, 0, "n", "86"), data(0, 0, "Mean (SD)", "75.2 (8.59)"),
                data(0, 0, "001", "NE"));
        try (ReadableWorkbook workbook = open(xlsx(SampleTables.single(table)))) {
            List<Row> rows = workbook.getFirstSheet().read();
            Row mean = rows.get(rows.size() - 4);
            assertThat(mean.getCell(1).getType()).isEqualTo(CellType.NUMBER);
            assertThat(mean.getCell(1).asNumber()).isEqualByComparingTo(new BigDecimal("75.20"));
            assertThat(mean.getCell(1).getDataFormatString()).isEqualTo("0.00_0_0_0_0");
            assertThat(rows.get(rows.size() - 3).getCell(1).getDataFormatString()).isEqualTo("0_0_0_0_0_0_0_.");
            assertThat(rows.get(rows.size() - 2).getCell(1).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.getLast().getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.getLast().getCell(0).getText()).isEqualTo("001");
        }
    }

    @Test
    void negativeNumberIsShownWithItsTrueMinus() throws IOException {
        TableRow row = new TableRow(TableRow.Kind.DATA, 0, 0,
                List.of(Cell.text("Mean"), new Cell("−0.57", new BigDecimal("-0.57"), List.of())));
        try (ReadableWorkbook workbook = open(xlsx(SampleTables.single(table("t", row))))) {
            var cell = workbook.getFirstSheet().read().getLast().getCell(1);
            assertThat(cell.asNumber()).isEqualByComparingTo(new BigDecimal("-0.57"));
            assertThat(cell.getDataFormatString()).isEqualTo("0.00;\"−\"0.00");
        }
    }

    /// 15 columns, padded to another width each, with numbers of 1 to 14 decimals: 210 formats, where Excel has room for 200.
    @Test
    void moreKindsOfNumbersThanAWorkbookHasFormatsForAreStillTheirNumbers() throws IOException {
        List<TableColumn> columns = new ArrayList<>(List.of(new TableColumn("a", "", Align.LEFT)));
        String[] longest = new String[15];
        for (int column = 0; column < longest.length; column++) {
            columns.add(new TableColumn("b" + column, "", Align.DECIMAL));
            longest[column] = "1." + "9".repeat(15 + column) + "%";
        }
        List<TableRow> rows = new ArrayList<>(List.of(data(0, 0, "longest", longest)));
        for (int decimals = 1; decimals <= 14; decimals++) {
            String[] numbers = new String[longest.length];
            Arrays.fill(numbers, "1." + "2".repeat(decimals));
            rows.add(data(0, 0, "number", numbers));
        }
        byte[] bytes = xlsx(
                SampleTables.single(new Table("t", "", "Title", "", columns, 1, rows, List.of(), PageLayout.DEFAULT)));
        assertThat(requireNonNull(parts(bytes).get("xl/styles.xml")).split("<numFmt ", -1).length).isBetween(170, 200);
        try (ReadableWorkbook workbook = open(bytes)) {
            List<Row> read = workbook.getFirstSheet().read();
            for (int row = 1; row < rows.size(); row++) {
                for (int column = 1; column < columns.size(); column++) {
                    var written = read.get(read.size() - rows.size() + row).getCell(column);
                    assertThat(written.asNumber()).isEqualByComparingTo(rows.get(row).cells().get(column).number());
                    assertThat(written.getDataFormatString().replaceAll("_[0.]", "")).isEqualTo("0." + "0".repeat(row));
                }
            }
        }
    }

    /// A format of Excel has 255 characters.
    @Test
    void textBesideANumberDoesNotPadTheNumberBeyondTheColumn() throws IOException {
        Table table = table("t", data(0, 0, "Mean", "-75.20"), data(0, 0, "Comment", "1 " + "of many ".repeat(60)));
        try (ReadableWorkbook workbook = open(xlsx(SampleTables.single(table)))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.get(rows.size() - 2).getCell(1).getDataFormatString()).isEqualTo("0.00");
        }
    }

    @Test
    void dataHasARowAResultWithItsKeysAndOneNumberACell() throws IOException {
        try (ReadableWorkbook workbook = open(xlsx(SampleTables.report(SampleTables.all())))) {
            List<List<String>> rows = texts(workbook.findSheet("Data").orElseThrow());
            assertThat(rows.get(1)).containsExactly("display", "number", "dataset", "variable", "level 1", "TRT01A", "statistic",
                    "value", "text", "note", "key");
            assertThat(rows.get(2)).containsExactly("baseline", "14.1.1", "ADSL", "SEX", "F", "Placebo", "count", "53.0",
                    "53 (61.6%)", "",
                    "baseline|ADSL.SEX=F|TRT01A=Placebo|count");
            Row percent = workbook.findSheet("Data").orElseThrow().read().get(3);
            assertThat(percent.getCell(7).asNumber().doubleValue()).isEqualTo(61.627906976744185);
            assertThat(rows.get(4)).contains("=cmd|'/c calc'!A1", "no value");
            assertThat(rows.get(5)).contains("escalate");
        }
    }

    @Test
    void whatASheetHasNoRoomForIsCountedAndNamed() throws IOException {
        Document report = SampleTables.report(List.of(SampleTables.listing(20)));
        int records = report.displays().getFirst().rows().size();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FixedWorkbook workbook = new FixedWorkbook()) {
            Styles styles = new Styles(workbook);
            TableSheet.write(report, report.displays().getFirst(), new org.tabularium.render.xlsx.Sheet(workbook, "L"), styles,
                    "", 19);
            DataSheet.write(report, new org.tabularium.render.xlsx.Sheet(workbook, "Data"), styles, "L", 5);
            workbook.write(out, new FixedPackage.Properties("title", "author", null));
        }
        try (ReadableWorkbook workbook = open(out.toByteArray())) {
            List<List<String>> listing = texts(workbook.getFirstSheet());
            assertThat(listing).hasSizeLessThanOrEqualTo(19);
            assertThat(listing.get(listing.size() - 2).getFirst())
                    .isEqualTo(records - 10 + " more rows, which a sheet has no room for, stand in the other formats");
            assertThat(texts(workbook.findSheet("Data").orElseThrow()).getLast().getFirst())
                    .isEqualTo("2 more results, which a sheet has no room for, stand in results.json");
        }
    }

    @Test
    void nothingIsEverAFormula() throws IOException {
        List<String> hostile = List.of("=1+1", "+1", "-1+2", "@SUM(A1)", "=HYPERLINK(\"x\")", "\t=1", "{=1}");
        TableRow[] rows = hostile.stream().map(text -> data(0, 0, text, text)).toArray(TableRow[]::new);
        byte[] bytes = xlsx(SampleTables.single(table("t", rows)));
        assertThat(sheet(bytes, 1)).doesNotContain("<f>").doesNotContain("<f ");
        try (ReadableWorkbook workbook = open(bytes)) {
            List<Row> read = workbook.getFirstSheet().read();
            for (int i = 0; i < hostile.size(); i++) {
                Row row = read.get(read.size() - hostile.size() + i);
                assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
                assertThat(row.getCell(0).getText()).isEqualTo(hostile.get(i));
            }
        }
        assertThat(parts(bytes).get("xl/styles.xml")).contains("quotePrefix");
    }

    @Test
    void charactersThatXmlCannotHoldAreShownAsReplaced() throws IOException {
        byte[] bytes = xlsx(SampleTables.single(table("t", data(0, 0, "a\u0001b\uD800c😀 שלום 中文 <&>", "1"))));
        try (ReadableWorkbook workbook = open(bytes)) {
            assertThat(workbook.getFirstSheet().read().getLast().getCell(0).getText()).isEqualTo("a\uFFFDb\uFFFDc😀 שלום 中文 <&>");
        }
    }

    @Test
    void veryLongTextIsCutAndSaysSo() throws IOException {
        byte[] bytes = xlsx(SampleTables.single(table("t", data(0, 0, "x".repeat(40_000), "1"))));
        try (ReadableWorkbook workbook = open(bytes)) {
            assertThat(workbook.getFirstSheet().read().getLast().getCell(0).getText()).hasSize(32_767)
                    .endsWith("… (40000 characters)");
        }
    }

    @Test
    void headersAreMergedFrozenAndRepeatedInPrint() throws IOException {
        byte[] bytes = xlsx(SampleTables.single(SampleTables.baseline()));
        assertThat(sheet(bytes, 1)).contains("<mergeCell ref=\"C5:D5\"/>").contains("state=\"frozen\"")
                .contains("topLeftCell=\"B7\"");
        assertThat(parts(bytes).get("xl/workbook.xml")).contains("_xlnm.Print_Titles").contains("'14.1.1 baseline'!$1:$6");
    }

    @Test
    void headerAndFooterHoldStudyRunAndPageWithoutCommandsOfTheirs() throws Exception {
        Document document = SampleTables.single(table("t", data(0, 0, "a", "1")));
        Document odd = new Document("A&B &P &Left", "", "", document.cutOff(), document.run(), document.software(), null,
                new Document.AroundPage("A&B &P &Left", document.cutOff(), "Run " + document.run(), true), document.displays(),
                List.of(), List.of(), List.of(), false, false);
        String xml = sheet(xlsx(odd), 1);
        org.w3c.dom.Document parsed = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
        assertThat(parsed.getElementsByTagName("oddHeader").item(0).getTextContent())
                .isEqualTo("&L&8 A&&B &&P &&Left&R&8 Data cut-off 31 Aug 2025");
        assertThat(parsed.getElementsByTagName("oddFooter").item(0).getTextContent())
                .isEqualTo("&L&8 Run 0123456789abcdef&R&8 Page &P of &N");
    }

    @Test
    void sheetNamesAreValidAndUnique() throws IOException {
        String longId = "change-" + "x".repeat(50);
        List<Table> tables = Stream.of("contents", "findings", "history", longId + "1", longId + "2", "a")
                .map(id -> table(id, data(0, 0, "r", "1")))
                .toList();
        try (ReadableWorkbook workbook = open(xlsx(SampleTables.report(tables)))) {
            List<String> names = workbook.getSheets().map(Sheet::getName).toList();
            assertThat(names).hasSize(9).allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(31));
            assertThat(names.stream().map(name -> name.toLowerCase(java.util.Locale.ROOT))).doesNotHaveDuplicates()
                    .doesNotContain("history");
        }
    }

    @Test
    void sameDocumentGivesTheSameBytesEverywhere() {
        Document report = SampleTables.report(SampleTables.all());
        byte[] here = xlsx(report);
        assertThat(xlsx(report)).isEqualTo(here);
        assertThat(Rendered.bytesElsewhere(new XlsxRenderer(), report, "ar-EG-u-nu-arab", "Asia/Kolkata")).isEqualTo(here);
        assertThat(Rendered.bytesElsewhere(new XlsxRenderer(), report, "tr-TR", "America/St_Johns")).isEqualTo(here);
        assertThat(Rendered.bytesElsewhere(new XlsxRenderer(), report, "th-TH-u-ca-buddhist", "Pacific/Auckland"))
                .isEqualTo(here);
    }

    @Test
    void propertiesNameTheSponsorAndTheDocumentsDate() throws IOException {
        Map<String, String> dated = parts(xlsx(SampleTables.report(SampleTables.all())));
        assertThat(dated.get("docProps/core.xml")).contains("<dc:creator>Example Therapeutics<").contains("2025-08-31T00:00:00Z");
        assertThat(parts(xlsx(SampleTables.single(SampleTables.none()))).get("docProps/core.xml"))
                .contains("2000-01-01T00:00:00Z");
    }
}
