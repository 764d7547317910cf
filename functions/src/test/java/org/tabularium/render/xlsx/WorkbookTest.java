package org.tabularium.render.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tabularium.render.SampleTables.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.tabularium.render.Document;
import org.tabularium.render.Rendered;
import org.tabularium.render.SampleTables;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.Align;
import org.tabularium.table.Table;
import org.tabularium.table.TableColumn;

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
            assertThat(header.getCellStyle().getAlignment()).isEqualTo(HorizontalAlignment.CENTER);
            assertThat(header.getCellStyle().getVerticalAlignment()).isEqualTo(VerticalAlignment.BOTTOM);
            assertThat(sheet.getRow(4).getCell(2).getCellStyle().getBorderTop()).isEqualTo(BorderStyle.MEDIUM);
            assertThat(row(sheet, "Female").getCellStyle().getIndention()).isEqualTo((short) 1);
            assertThat(row(sheet, "Female").getCellStyle().getWrapText()).isTrue();
            assertThat(row(sheet, "Female").getCellStyle().getDataFormatString()).isEqualTo("@");
            XSSFFont footnote = row(sheet, "Source: ADSL").getCellStyle().getFont();
            assertThat(footnote.getFontHeightInPoints()).isEqualTo((short) 8);
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
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
            assertThat(sheet.getFooter().getRight()).isEqualTo("Page &P of &N");
            assertThat(sheet.getMergedRegions()).contains(CellRangeAddress.valueOf("C5:D5"));
        }
    }

    @Test
    void linksOfTheContentsLeadToTheSheets() throws IOException {
        try (XSSFWorkbook workbook = open(SampleTables.report(SampleTables.all()))) {
            assertThat(workbook.getSheetAt(0).getHyperlinkList()).extracting(link -> link.getLocation())
                    .startsWith("'baseline'!A1", "'ae-soc-pt'!A1").hasSameSizeAs(SampleTables.all());
            assertThat(workbook.getProperties().getCoreProperties().getCreator()).isEqualTo("Tabularium");
            assertThat(workbook.getProperties().getCoreProperties().getTitle()).isEqualTo("SA-OR088");
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

    @Test
    void columnsBeyondZHaveTheirLetters() throws IOException {
        Workbook workbook = new Workbook();
        Sheet.Row row = workbook.sheet("wide").row(0);
        for (int column = 0; column < 800; column++) {
            row.number(column, Integer.toString(column), 0);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out, "wide", LocalDate.of(2025, 8, 31));
        try (XSSFWorkbook opened = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            for (int column : new int[]{0, 25, 26, 51, 52, 701, 702, 799}) {
                assertThat(opened.getSheetAt(0).getRow(0).getCell(column).getNumericCellValue()).isEqualTo(column);
            }
        }
    }
}
