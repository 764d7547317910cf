package org.tabularium.render.xlsx;

import java.io.IOException;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlOptions;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTDrawing;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTBreak;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCol;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCols;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTHeaderFooter;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTPageBreak;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTPageMargins;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTPageSetup;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableColumns;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableStyleInfo;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STOrientation;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STPageOrder;
import org.tabularium.render.office.XmlText;

/// One sheet of a workbook: rows from top to bottom, then what lies over and around them. Rows and columns count from 0.
final class Sheet {

    /// The height of rows that have none of their own, in points.
    static final float ROW_HEIGHT = 13.5f;

    /// How many rows a sheet may have.
    static final int MOST_ROWS = SpreadsheetVersion.EXCEL2007.getMaxRows();

    /// How many breaks between rows a sheet may have (MS-XLSB, 2.4.196).
    private static final int MOST_BREAKS = 1_023;

    /// Where in its margin the running head stands.
    private static final double WITHIN = 0.4;

    private final FixedWorkbook workbook;
    private final XSSFSheet sheet;
    private final SheetRows rows;

    /// A sheet behind the others.
    ///
    /// @param name from [SheetNames]
    Sheet(FixedWorkbook workbook, String name) throws IOException {
        this.workbook = workbook;
        sheet = workbook.createSheet(name);
        rows = new SheetRows();
        workbook.addition(sheet, rows::writeInto);
        sheet.setDisplayGridlines(false);
        sheet.setDefaultRowHeightInPoints(ROW_HEIGHT);
        sheet.getCTWorksheet().getSheetFormatPr().setCustomHeight(true);
    }

    /// Sets the width of the next column, in digits.
    void column(int column, double width) {
        CTCols columns = sheet.getCTWorksheet().getColsArray(0);
        CTCol col = columns.addNewCol();
        col.setMin(column + 1L);
        col.setMax(column + 1L);
        col.setWidth(width);
        col.setCustomWidth(true);
    }

    void write(SheetRows.Row row) {
        rows.write(row);
    }

    void merge(int row, int firstColumn, int lastMerged) {
        sheet.addMergedRegionUnsafe(new CellRangeAddress(row, row, firstColumn, lastMerged));
    }

    /// Makes a cell a link to the top of another sheet.
    void link(int row, int column, String sheetName) {
        XSSFHyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setLocation(quoted(sheetName) + "!A1");
        link.setCellReference(reference(row, column));
        sheet.addHyperlink(link);
    }

    /// Puts a chart over cells.
    ///
    /// @param markup `c:chartSpace`
    /// @param description what it shows, for those who do not see it
    void chart(String markup, String name, String description, int top, int rowsDown, int columnsAcross) throws IOException {
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        XSSFChart chart = drawing.createChart(drawing.createAnchor(0, 0, 0, 0, 0, top, columnsAcross, top + rowsDown));
        chart.getGraphicFrame().setName(name);
        chart.getGraphicFrame().getCTGraphicalObjectFrame().getNvGraphicFramePr().getCNvPr()
                .setDescr(XmlText.legal(description));
        try {
            chart.getCTChartSpace().set(ChartSpaceDocument.Factory.parse(markup).getChartSpace());
        } catch (XmlException e) {
            throw new IOException("the markup of a chart is no XML", e);
        }
    }

    /// Puts shapes over cells.
    ///
    /// @param markup `xdr:wsDr`
    void drawing(String markup) throws IOException {
        try {
            sheet.createDrawingPatriarch().getCTDrawing()
                    .set(CTDrawing.Factory.parse(markup, new XmlOptions().setLoadReplaceDocumentElement(null)));
        } catch (XmlException e) {
            throw new IOException("the markup of a drawing is no XML", e);
        }
    }

    /// Keeps the first rows and columns in sight.
    void freeze(int frozenColumns, int frozenRows) {
        sheet.createFreezePane(frozenColumns, frozenRows);
    }

    /// Repeats rows on every printed page, and columns on those at the right, and prints nothing outside the columns from there
    /// on.
    ///
    /// @param lastRow of the rows to be repeated
    /// @param repeatedColumns from the left
    void print(int firstRow, int lastRow, int lastColumn, int repeatedColumns) {
        workbook.name("_xlnm.Print_Area", sheet,
                absolute(firstRow, 0) + ":" + absolute(Math.max(lastRow, rows.lastRow()), lastColumn),
                false);
        repeat(firstRow, lastRow, repeatedColumns);
    }

    /// Repeats rows, and columns from the left, on every printed page.
    void repeat(int firstRow, int lastRow, int repeatedColumns) {
        String titleRows = "$" + (firstRow + 1) + ":$" + (lastRow + 1);
        String titleColumns = repeatedColumns == 0
                ? ""
                : "$A:$" + CellReference.convertNumToColString(repeatedColumns - 1) + "," + quoted(sheet.getSheetName()) + "!";
        workbook.name("_xlnm.Print_Titles", sheet, titleColumns + titleRows, false);
    }

    /// Prints these cells and nothing else.
    void printOnly(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        workbook.name("_xlnm.Print_Area", sheet, absolute(firstRow, firstColumn) + ":" + absolute(lastRow, lastColumn), false);
    }

    /// Begins a printed page below each of these rows, as far as Excel has room for breaks.
    void breaks(List<Integer> below) {
        if (below.isEmpty()) {
            return;
        }
        CTPageBreak breaks = sheet.getCTWorksheet().addNewRowBreaks();
        for (int row : below.subList(0, Math.min(below.size(), MOST_BREAKS))) {
            CTBreak at = breaks.addNewBrk();
            at.setId(row + 1L);
            at.setMax(SpreadsheetVersion.EXCEL2007.getLastColumnIndex());
            at.setMan(true);
        }
        breaks.setCount(breaks.sizeOfBrkArray());
        breaks.setManualBreakCount(breaks.sizeOfBrkArray());
    }

    /// Begins a printed page left of each of these columns; the pages of the same rows follow each other.
    void columnBreaks(List<Integer> before) {
        if (before.isEmpty()) {
            return;
        }
        CTPageBreak breaks = sheet.getCTWorksheet().addNewColBreaks();
        for (int column : before) {
            CTBreak at = breaks.addNewBrk();
            at.setId(column);
            at.setMax(SpreadsheetVersion.EXCEL2007.getLastRowIndex());
            at.setMan(true);
        }
        breaks.setCount(breaks.sizeOfBrkArray());
        breaks.setManualBreakCount(breaks.sizeOfBrkArray());
        sheet.getCTWorksheet().getPageSetup().setPageOrder(STPageOrder.OVER_THEN_DOWN);
    }

    /// Buttons that filter the rows from the header on.
    void filter(int headerRow, int lastRow, int lastColumn) {
        String range = reference(headerRow, 0) + ":" + reference(lastRow, lastColumn);
        sheet.getCTWorksheet().addNewAutoFilter().setRef(range);
        workbook.name("_xlnm._FilterDatabase", sheet, absolute(headerRow, 0) + ":" + absolute(lastRow, lastColumn), true);
    }

    /// Makes the rows from the header on an Excel table with buttons that filter.
    ///
    /// @param name the table's, its own in the workbook
    /// @param headers as the header's cells have them, each its own whatever the letter case
    void table(String name, int headerRow, int lastRow, List<String> headers) {
        String range = reference(headerRow, 0) + ":" + reference(lastRow, headers.size() - 1);
        XSSFTable part = sheet.createTable(null);
        CTTable table = part.getCTTable();
        // POI would look for the headers among its own cells, by way of a formatter of dates.
        workbook.replacement(part, out -> table.save(out, FixedWorkbook.options("table")));
        table.setName(name);
        table.setDisplayName(name);
        table.setRef(range);
        table.addNewAutoFilter().setRef(range);
        CTTableColumns columns = table.getTableColumns() == null ? table.addNewTableColumns() : table.getTableColumns();
        columns.setTableColumnArray(null);
        for (int i = 0; i < headers.size(); i++) {
            var column = columns.addNewTableColumn();
            column.setId(i + 1L);
            column.setName(headers.get(i).replace("\n", "_x000a_"));
        }
        columns.setCount(headers.size());
        CTTableStyleInfo look = table.addNewTableStyleInfo();
        look.setShowFirstColumn(false);
        look.setShowLastColumn(false);
        look.setShowRowStripes(false);
        look.setShowColumnStripes(false);
    }

    /// Sets up the printed page. Its scale is said outright: where a program is asked to fit the sheet to a page it need not heed
    /// breaks, and prints letters as small as it takes.
    ///
    /// @param paper the number of the paper size (1 letter, 9 A4)
    /// @param scale in per cent
    /// @param pageHeader with `&` commands
    /// @param pageFooter likewise
    void pages(int paper, boolean landscape, int scale, String pageHeader, String pageFooter) {
        CTPageSetup setup = sheet.getCTWorksheet().addNewPageSetup();
        setup.setPaperSize(paper);
        setup.setScale(scale);
        setup.setOrientation(landscape ? STOrientation.LANDSCAPE : STOrientation.PORTRAIT);
        if (!pageHeader.isEmpty() || !pageFooter.isEmpty()) {
            CTHeaderFooter around = sheet.getCTWorksheet().addNewHeaderFooter();
            around.setOddHeader(pageHeader);
            around.setOddFooter(pageFooter);
        }
    }

    /// Sets the margins of printed pages, in inches. What stands around a page stands within them.
    void margins(double inches) {
        CTPageMargins margins = sheet.getCTWorksheet().getPageMargins();
        margins.setLeft(inches);
        margins.setRight(inches);
        margins.setTop(inches);
        margins.setBottom(inches);
        margins.setHeader(inches * WITHIN);
        margins.setFooter(inches * WITHIN);
    }

    /// Sets the margins at the sides, in inches.
    void sides(double inches) {
        CTPageMargins margins = sheet.getCTWorksheet().getPageMargins();
        margins.setLeft(inches);
        margins.setRight(inches);
    }

    /// Says how far the sheet goes; its rows are complete.
    void finish() {
        sheet.getCTWorksheet().getDimension().setRef("A1:" + reference(rows.lastRow(), rows.lastColumn()));
    }

    /// The sheet's name as references write it.
    static String quoted(String sheetName) {
        return "'" + sheetName.replace("'", "''") + "'";
    }

    private static String reference(int row, int column) {
        return new CellReference(row, column).formatAsString();
    }

    private static String absolute(int row, int column) {
        return new CellReference(row, column, true, true).formatAsString();
    }
}
