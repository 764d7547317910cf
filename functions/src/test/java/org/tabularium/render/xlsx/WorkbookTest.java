package org.tabularium.render.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tabularium.render.SampleTables.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellAlignment;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellStyle;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTXf;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STHorizontalAlignment;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STVerticalAlignment;
import org.tabularium.render.Document;
import org.tabularium.render.Rendered;
import org.tabularium.render.SampleTables;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Listing;
import org.tabularium.table.display.Table;
import org.tabularium.table.display.TableColumn;

/// Workbooks are read back with Apache POI: what stands around the cells' values, and whether every part follows the schema of
/// SpreadsheetML (the one that
/// POI's classes were made of, ECMA-376 part 1).
class WorkbookTest {

    private static XSSFWorkbook open(Document document) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(Rendered.bytes(new XlsxRenderer(), document)));
    }

    private static List<XmlError> faults(XmlObject part) {
        List<XmlError> faults = new ArrayList<>();
        part.validate(new XmlOptions().setErrorListener(faults));
        return faults;
    }

    @Test
    void everyPartFollowsTheSchema() throws IOException {
        List<Document> documents = new ArrayList<>(SampleTables.all().stream().map(SampleTables::single).toList());
        documents.add(SampleTables.report(SampleTables.all()));
        for (Document document : documents) {
            try (XSSFWorkbook workbook = open(document)) {
                assertThat(faults(workbook.getCTWorkbook())).isEmpty();
                assertThat(faults(workbook.getStylesSource().getCTStylesheet())).isEmpty();
                workbook.forEach(sheet -> assertThat(faults(((XSSFSheet) sheet).getCTWorksheet())).as(sheet.getSheetName())
                        .isEmpty());
            }
        }
    }

    @Test
    void schemaWouldShowAFault() throws IOException {
        try (XSSFWorkbook workbook = open(SampleTables.single(SampleTables.baseline()))) {
            workbook.getSheetAt(0).getCTWorksheet().getPageSetup().setPaperSize(-1);
            assertThat(faults(workbook.getSheetAt(0).getCTWorksheet())).isNotEmpty();
        }
    }

    @Test
    void looksAreThoseOfThePrintedTable() throws IOException {
        try (XSSFWorkbook workbook = open(SampleTables.single(SampleTables.baseline()))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            XSSFFont title = sheet.getRow(1).getCell(0).getCellStyle().getFont();
            assertThat(title.getFontName()).isEqualTo("Arial");
            assertThat(title.getBold()).isTrue();
            assertThat(title.getFontHeightInPoints()).isEqualTo((short) 12);
            XSSFCell header = sheet.getRow(5).getCell(1);
            assertThat(header.getCellStyle().getBorderBottom()).isEqualTo(BorderStyle.THIN);
            assertThat(align(header).getHorizontal()).isEqualTo(STHorizontalAlignment.CENTER);
            assertThat(align(header).getVertical()).isEqualTo(STVerticalAlignment.BOTTOM);
            assertThat(sheet.getRow(4).getCell(2).getCellStyle().getBorderTop()).isEqualTo(BorderStyle.MEDIUM);
            assertThat(align(row(sheet, "Female")).getIndent()).isEqualTo(1);
            assertThat(align(row(sheet, "Female")).getWrapText()).isTrue();
            assertThat(row(sheet, "Female").getCellStyle().getDataFormatString()).isEqualTo("@");
            XSSFFont footnote = row(sheet, "Source: ADSL").getCellStyle().getFont();
            assertThat(footnote.getFontHeightInPoints()).isEqualTo((short) 9);
            assertThat(sheet.isDisplayGridlines()).isFalse();
        }
    }

    private static XSSFCell row(XSSFSheet sheet, String label) {
        for (int row = 0; row <= sheet.getLastRowNum(); row++) {
            if (sheet.getRow(row) != null && sheet.getRow(row).getCell(0).getStringCellValue().startsWith(label)) {
                return sheet.getRow(row).getCell(0);
            }
        }
        throw new AssertionError("no row " + label);
    }

    @Test
    void pagesAreSetUpForPrint() throws IOException {
        try (XSSFWorkbook workbook = open(SampleTables.single(SampleTables.baseline()))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRepeatingRows()).isEqualTo(CellRangeAddress.valueOf("1:6"));
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 6);
            assertThat(sheet.getPaneInformation().getVerticalSplitLeftColumn()).isEqualTo((short) 1);
            assertThat(sheet.getFitToPage()).isFalse();
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
            assertThat(sheet.getFooter().getRight()).isEqualTo("&8 Page &P of &N");
            assertThat(sheet.getMergedRegions()).contains(CellRangeAddress.valueOf("C5:D5"));
        }
    }

    @Test
    void blanksAndBreaksOfATextAreKept() throws IOException {
        List<String> texts = List.of(" leading", "trailing ", "two  blanks", "a\nbreak", "_x0041_", "a & b < c > \"d\"");
        Table table = new Table("t", "", "Title", "",
                List.of(new TableColumn("a", "", Align.LEFT), new TableColumn("b", "", Align.DECIMAL)), 1,
                texts.stream().map(text -> data(0, 0, text, "1")).toList(), List.of(), PageLayout.DEFAULT);
        Document document = SampleTables.single(table);
        try (XSSFWorkbook workbook = open(document)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            for (int i = 0; i < texts.size(); i++) {
                assertThat(sheet.getRow(sheet.getLastRowNum() + 1 - texts.size() + i).getCell(0).getStringCellValue())
                        .isEqualTo(texts.get(i));
            }
        }
    }

    /// Who changes a named style changes the cells that have it: these say nothing of font and alignment of their own.
    @Test
    void cellsHaveNamedStylesAndChangeOnlyWhatIsTheirs() throws IOException {
        try (XSSFWorkbook workbook = open(SampleTables.single(SampleTables.baseline()))) {
            Map<Long, String> names = new HashMap<>();
            for (CTCellStyle style : workbook.getStylesSource().getCTStylesheet().getCellStyles().getCellStyleArray()) {
                names.put(style.getXfId(), style.getName());
            }
            assertThat(names.values()).contains("Normal", "TFL Title", "TFL Number", "TFL Head", "TFL Stub 1", "TFL Stub 2",
                    "TFL Cell",
                    "TFL Note");
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(names.get(row(sheet, "Table 14.1.1").getCellStyle().getCoreXf().getXfId())).isEqualTo("TFL Number");
            assertThat(names.get(row(sheet, "Sex").getCellStyle().getCoreXf().getXfId())).isEqualTo("TFL Stub 1");
            assertThat(names.get(row(sheet, "Female").getCellStyle().getCoreXf().getXfId())).isEqualTo("TFL Stub 2");
            CTXf number = row(sheet, "Female").getRow().getCell(1).getCellStyle().getCoreXf();
            assertThat(names.get(number.getXfId())).isEqualTo("TFL Cell");
            for (CTXf xf : List.of(number, row(sheet, "Female").getCellStyle().getCoreXf())) {
                assertThat(xf.getApplyFont()).isFalse();
                assertThat(xf.getApplyBorder()).isFalse();
            }
            assertThat(row(sheet, "Female").getCellStyle().getCoreXf().getApplyAlignment()).isFalse();
        }
    }

    /// POI itself shows what a cell has of its own only.
    private static CTCellAlignment align(Cell cell) {
        return ((XSSFCell) cell).getCellStyle().getCoreXf().getAlignment();
    }

    @Test
    void numbersStandRightWhateverTheColumn() throws IOException {
        for (Table table : List.of(SampleTables.baseline(), SampleTables.caseSeries())) {
            try (XSSFWorkbook workbook = open(SampleTables.single(table))) {
                int numbers = 0;
                for (Row row : workbook.getSheetAt(0)) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.NUMERIC) {
                            assertThat(align(cell).getHorizontal()).isEqualTo(STHorizontalAlignment.RIGHT);
                            numbers++;
                        }
                    }
                }
                assertThat(numbers).isGreaterThan(10);
            }
        }
    }

    @Test
    void listingIsATableThatCanBeFiltered() throws IOException {
        try (XSSFWorkbook workbook = open(SampleTables.report(List.of(SampleTables.baseline(), listing("Subject", "Term"))))) {
            assertThat(workbook.getSheetAt(1).getTables()).isEmpty();
            XSSFSheet sheet = workbook.getSheetAt(2);
            XSSFTable table = sheet.getTables().getFirst();
            assertThat(faults(table.getCTTable())).isEmpty();
            assertThat(table.getName()).isEqualTo("tfl_listing_ae");
            assertThat(table.getArea().formatAsString()).isEqualTo("A5:B7");
            assertThat(table.getCTTable().getAutoFilter().getRef()).isEqualTo("A5:B7");
            for (int column = 0; column < 2; column++) {
                assertThat(table.getColumns().get(column).getName())
                        .isEqualTo(sheet.getRow(4).getCell(column).getStringCellValue().replace("\n", "_x000a_"));
            }
            XSSFTable data = workbook.getSheet("Data").getTables().getFirst();
            assertThat(data.getName()).isEqualTo("Data");
            assertThat(workbook.getPrintArea(workbook.getSheetIndex("Data"))).as("the line that says so")
                    .endsWith("$B$1:$E$1");
            assertThat(data.getCTTable().getId()).isNotEqualTo(table.getCTTable().getId());
            assertThat(data.getEndRowIndex()).isEqualTo(workbook.getSheet("Data").getLastRowNum());
        }
    }

    /// Excel repairs a workbook whose table has two columns of a name.
    @Test
    void listingWithTwoColumnsOfANameHasButtonsOnly() throws IOException {
        try (XSSFWorkbook workbook = open(SampleTables.single(listing("Term", "TERM")))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getTables()).isEmpty();
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A4:B6");
        }
    }

    private static Listing listing(String... headers) {
        return new Listing("listing-ae", "16.2.7.1", "Adverse events", "",
                Stream.of(headers).map(header -> new TableColumn(header, "", Align.LEFT)).toList(), 1,
                List.of(data(0, 0, "001", "Headache"), data(0, 1, "002", "Rash")), List.of(), PageLayout.DEFAULT);
    }

    @Test
    void contentsAndDisplaysLeadToEachOther() throws IOException {
        try (XSSFWorkbook workbook = open(SampleTables.report(SampleTables.all()))) {
            assertThat(workbook.getSheetAt(0).getHyperlinkList()).extracting(link -> link.getLocation())
                    .startsWith("'14.1.1 baseline'!A1", "'14.3.1.2 ae-soc-pt'!A1").hasSameSizeAs(SampleTables.all());
            for (XSSFHyperlink link : workbook.getSheetAt(0).getHyperlinkList()) {
                XSSFSheet sheet = workbook.getSheet(link.getLocation().replaceAll("^'|'!A1$", ""));
                assertThat(sheet.getHyperlinkList()).extracting(back -> back.getLocation()).containsExactly("'Contents'!A1");
                assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Contents");
                assertThat(workbook.getPrintArea(workbook.getSheetIndex(sheet))).contains("!$A$2:");
            }
            assertThat(workbook.getProperties().getCoreProperties().getTitle()).isEqualTo("SA-OR088");
        }
    }

    @Test
    void paperOrientationAndMarginsAreThoseOfTheDisplay() throws IOException {
        Table sample = SampleTables.baseline();
        PageLayout layout = new PageLayout(PageLayout.Paper.LETTER, PageLayout.Orientation.PORTRAIT, 9, 25.4);
        Table table = new Table(sample.id(), sample.number(), sample.title(), sample.population(), sample.columns(), 1,
                sample.rows(),
                List.of(), layout);
        try (XSSFWorkbook workbook = open(SampleTables.single(table))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.LETTER_PAPERSIZE);
            assertThat(sheet.getPrintSetup().getLandscape()).isFalse();
            assertThat(sheet.getMargin(PageMargin.TOP)).isEqualTo(1);
            assertThat(sheet.getMargin(PageMargin.LEFT)).isEqualTo(1);
        }
    }
}
