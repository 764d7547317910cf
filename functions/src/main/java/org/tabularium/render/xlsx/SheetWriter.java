package org.tabularium.render.xlsx;

import java.math.BigDecimal;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFOddFooter;
import org.apache.poi.xssf.usermodel.XSSFOddHeader;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.tabularium.render.Document;
import org.tabularium.shell.PageLayout;

/// Writes one sheet from top to bottom: cells of text and of numbers, lines merged across, the page's set-up.
final class SheetWriter {

    /// Excel's unit of column widths is 1/256 of a digit; a cell has about one digit of padding.
    private static final int UNITS = 256;
    private static final double PADDING = 1.2;
    private static final double WIDEST = 254;
    private static final int HIGHEST = 409;
    private static final float ROW_HEIGHT = 15;

    private final XSSFSheet sheet;
    private final Styles styles;
    private final double[] widths;
    private int next;

    SheetWriter(XSSFSheet sheet, Styles styles, double[] widths) {
        this.sheet = sheet;
        this.styles = styles;
        this.widths = widths;
        for (int column = 0; column < widths.length; column++) {
            sheet.setColumnWidth(column, (int) (Math.min(WIDEST, widths[column] + PADDING) * UNITS));
        }
        sheet.setDisplayGridlines(false);
        sheet.setDefaultRowHeightInPoints(ROW_HEIGHT);
    }

    XSSFSheet sheet() {
        return sheet;
    }

    /// The number of the row that the next call to [#row] makes.
    int nextRow() {
        return next;
    }

    XSSFRow row() {
        return sheet.createRow(next++);
    }

    void blankRow() {
        next++;
    }

    XSSFCell text(XSSFRow row, int column, String text, Styles.Look look) {
        XSSFCell cell = row.createCell(column);
        cell.setCellStyle(styles.of(look.quoted(CellText.looksLikeFormula(text))));
        if (!text.isEmpty()) {
            cell.setCellValue(CellText.of(text));
        }
        return cell;
    }

    void number(XSSFRow row, int column, BigDecimal number, Styles.Look look) {
        XSSFCell cell = row.createCell(column);
        cell.setCellStyle(styles.of(look.number(Math.max(0, number.scale()))));
        cell.setCellValue(number.doubleValue());
    }

    /// A line of text across all columns, as high as it needs to be.
    XSSFCell line(String text, Styles.Look look) {
        XSSFRow row = row();
        XSSFCell first = text(row, 0, text, look);
        for (int column = 1; column < widths.length && look.bottom() != BorderStyle.NONE; column++) {
            text(row, column, "", look);
        }
        merge(row.getRowNum(), 0, widths.length - 1);
        height(row, CharacterWidth.lines(text, width(0, widths.length - 1)), look.face());
        return first;
    }

    void merge(int row, int firstColumn, int lastColumn) {
        if (lastColumn > firstColumn) {
            // Regions never overlap here; the check would compare each with all others.
            sheet.addMergedRegionUnsafe(new CellRangeAddress(row, row, firstColumn, lastColumn));
        }
    }

    /// The width of neighbouring columns together.
    double width(int firstColumn, int lastColumn) {
        double width = 0;
        for (int column = firstColumn; column <= lastColumn; column++) {
            width += widths[column];
        }
        return width;
    }

    /// Makes the row high enough for so many lines. One line is the sheet's default.
    void height(XSSFRow row, int lines, Styles.Face face) {
        if (lines > 1 || face != Styles.Face.PLAIN) {
            row.setHeightInPoints(Math.min(HIGHEST, Math.max(1, lines) * face.lineHeight() + 2));
        }
    }

    /// Page set-up: as wide as one page, the study above, the run and the page's number below.
    void pages(Document document, PageLayout layout, boolean landscape) {
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(layout.paper() == PageLayout.Paper.A4 ? PrintSetup.A4_PAPERSIZE : PrintSetup.LETTER_PAPERSIZE);
        setup.setLandscape(landscape);
        sheet.setFitToPage(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        // Written as one text: set one by one, POI looks for the parts set before and takes an escaped "&&L" for one.
        ((XSSFOddHeader) sheet.getHeader())
                .setText("&L" + HeaderFooterText.of(document.study()) + "&R" + HeaderFooterText.of(document.cutOff()));
        ((XSSFOddFooter) sheet.getFooter()).setText("&L" + HeaderFooterText.of("Run " + document.run()) + "&C"
                + HeaderFooterText.of(document.software()) + "&RPage &P of &N");
    }
}
