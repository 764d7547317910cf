package org.tabularium.render.xlsx;

import java.io.IOException;
import java.math.BigDecimal;

/// Writes one sheet from top to bottom: cells of text and of numbers, lines merged across.
final class SheetWriter {

    /// Excel counts column widths in 1/256 of a digit; a cell has about one digit of padding.
    private static final double UNITS = 256;
    private static final double PADDING = 1.2;
    /// How much wider letters are in bold.
    private static final double BOLD = 1.08;
    private static final double WIDEST = 254;
    private static final int HIGHEST = 409;
    /// Heights come in twentieths of a point.
    private static final double STEPS = 20;

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

    /// A row below the others; it is written when it is [complete][#write].
    SheetRows.Row row() {
        return new SheetRows.Row(next++);
    }

    /// The number of the next row.
    int next() {
        return next;
    }

    void blankRow() {
        next++;
    }

    void write(SheetRows.Row row) {
        sheet.write(row);
    }

    void text(SheetRows.Row row, int column, String text, Look look) {
        row.text(column, CellText.of(text), styles.of(look.quoted(CellText.looksLikeFormula(text))));
    }

    void number(SheetRows.Row row, int column, BigDecimal number, Look look) {
        row.number(column, number.doubleValue(), styles.of(look));
    }

    /// A line of text across all columns, as high as it needs to be.
    void line(String text, Look look) {
        line(text, look, widths.length);
    }

    /// A line of text across so many columns.
    void line(String text, Look look, int columns) {
        SheetRows.Row row = row();
        text(row, 0, text, look);
        for (int column = 1; column < columns && look.bottom() != Look.Rule.NONE; column++) {
            text(row, column, "", look);
        }
        merge(row.number(), 0, columns - 1);
        NamedStyle style = look.style();
        double digits = width(0, columns - 1) * NamedStyle.LINE.points / style.points / (style.bold ? BOLD : 1);
        height(row, CharacterWidth.lines(text, digits), style);
        write(row);
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

    /// How wide the sheet is, in digits, with the padding of its cells.
    double width() {
        return width(0, widths.length - 1) + widths.length * PADDING;
    }

    /// Makes the row high enough for so many lines.
    void height(SheetRows.Row row, int lines, NamedStyle style) {
        float points = height(lines, style);
        if (points != Sheet.ROW_HEIGHT) {
            row.height(points);
        }
    }

    /// The height of a row of so many lines, in points. One line is the sheet's default.
    static float height(int lines, NamedStyle style) {
        if (lines <= 1 && style.points == NamedStyle.LINE.points && !style.bold) {
            return Sheet.ROW_HEIGHT;
        }
        double points = Math.min(HIGHEST, Math.max(1, lines) * style.lineHeight() + 2);
        return (float) (Math.floor(points * STEPS) / STEPS);
    }
}
