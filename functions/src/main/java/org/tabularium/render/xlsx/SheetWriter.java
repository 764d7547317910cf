package org.tabularium.render.xlsx;

import java.math.BigDecimal;
import org.tabularium.render.Document;
import org.tabularium.shell.PageLayout;

/// Writes one sheet from top to bottom: cells of text and of numbers, lines merged across, the page's set-up.
final class SheetWriter {

    /// Excel counts column widths in 1/256 of a digit; a cell has about one digit of padding.
    private static final double UNITS = 256;
    private static final double PADDING = 1.2;
    private static final double WIDEST = 254;
    private static final int HIGHEST = 409;
    /// Heights come in twentieths of a point.
    private static final double STEPS = 20;
    /// Paper sizes by SpreadsheetML's numbers.
    private static final int LETTER = 1;
    private static final int A4 = 9;

    private final Sheet sheet;
    private final Styles styles;
    private final double[] widths;
    private int next;

    SheetWriter(Sheet sheet, Styles styles, double[] widths) {
        this.sheet = sheet;
        this.styles = styles;
        this.widths = widths;
        for (int column = 0; column < widths.length; column++) {
            sheet.column(column, Math.floor(Math.min(WIDEST, widths[column] + PADDING) * UNITS) / UNITS);
        }
    }

    Sheet sheet() {
        return sheet;
    }

    Sheet.Row row() {
        return sheet.row(next++);
    }

    void blankRow() {
        next++;
    }

    void text(Sheet.Row row, int column, String text, Look look) {
        row.text(column, CellText.of(text), styles.of(look.quoted(CellText.looksLikeFormula(text))));
    }

    void number(Sheet.Row row, int column, BigDecimal number, Look look) {
        row.number(column, number.toPlainString(), styles.of(look.number(Math.max(0, number.scale()))));
    }

    /// A line of text across all columns, as high as it needs to be.
    void line(String text, Look look) {
        Sheet.Row row = row();
        text(row, 0, text, look);
        for (int column = 1; column < widths.length && look.bottom() != Look.Rule.NONE; column++) {
            text(row, column, "", look);
        }
        merge(row.number(), 0, widths.length - 1);
        height(row, CharacterWidth.lines(text, width(0, widths.length - 1)), look.face());
    }

    void merge(int row, int firstColumn, int lastColumn) {
        if (lastColumn > firstColumn) {
            sheet.merge(row, firstColumn, lastColumn);
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
    void height(Sheet.Row row, int lines, Look.Face face) {
        if (lines > 1 || face != Look.Face.PLAIN) {
            double points = Math.min(HIGHEST, Math.max(1, lines) * face.lineHeight() + 2);
            row.height(Math.floor(points * STEPS) / STEPS);
        }
    }

    /// Page set-up: as wide as one page, the study above, the run and the page's number below.
    void pages(Document document, PageLayout layout, boolean landscape) {
        sheet.pages(
                layout.paper() == PageLayout.Paper.A4 ? A4 : LETTER,
                landscape,
                "&L" + HeaderFooterText.of(document.page().head()) + "&R" + HeaderFooterText.of(document.page().status()),
                "&L" + HeaderFooterText.of(document.page().foot()) + (document.page().numbered() ? "&RPage &P of &N" : ""));
    }
}
