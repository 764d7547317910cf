package org.tabularium.render.xlsx;

import java.io.IOException;
import java.math.BigDecimal;
import org.tabularium.render.Wrap;

/// Writes one sheet from top to bottom: cells of text and of numbers, lines merged across.
final class SheetWriter {

    /// Excel counts column widths in 1/256 of a digit; a cell has about one digit of padding.
    private static final double UNITS = 256;
    static final double PADDING = 1.2;
    /// How much wider letters are in bold.
    static final double BOLD = 1.08;
    private static final double WIDEST = 254;
    /// What a row takes besides its lines.
    static final double ROW_GAP = Sheet.ROW_HEIGHT - NamedStyle.CELL.lineHeight();
    private static final int HIGHEST = 409;
    /// Heights come in twentieths of a point.
    private static final double STEPS = 20;

    private final Sheet sheet;
    private final Styles styles;
    private final double[] widths;
    private int next;
    private double used;

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
        used += Sheet.ROW_HEIGHT;
        return new SheetRows.Row(next++);
    }

    /// The number of the next row.
    int next() {
        return next;
    }

    void blankRow() {
        used += Sheet.ROW_HEIGHT;
        next++;
    }

    /// The height of the rows so far, in points.
    double used() {
        return used;
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
        line(text, look, 0, widths.length);
    }

    /// A line of text across some columns. Where it takes several, they end as on pages: programs for workbooks part "SRI-4".
    ///
    /// @param end the column after the last of them
    void line(String text, Look look, int first, int end) {
        SheetRows.Row row = row();
        text(row, first, lines(text, look.style(), first, end) > 1 ? Wrap.joined(text) : text, look);
        for (int column = first + 1; column < end && look.bottom() != Look.Rule.NONE; column++) {
            text(row, column, "", look);
        }
        merge(row.number(), first, end - 1);
        height(row, lines(text, look.style(), first, end), look.style());
        write(row);
    }

    /// How many lines a text takes across some columns.
    int lines(String text, NamedStyle style, int first, int end) {
        double digits = merged(first, end - 1) * NamedStyle.LINE.points / style.points / (style.bold ? BOLD : 1);
        return CharacterWidth.lines(text, digits) > 1 ? CharacterWidth.lines(Wrap.joined(text), digits) : 1;
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

    /// The room of cells that are merged, which have what would be between them.
    double merged(int firstColumn, int lastColumn) {
        return width(firstColumn, lastColumn) + (lastColumn - firstColumn) * PADDING;
    }

    /// How wide a sheet is, in digits, with the padding of its cells.
    static double padded(double[] widths) {
        double width = widths.length * PADDING;
        for (double column : widths) {
            width += column;
        }
        return width;
    }

    /// Makes the row high enough for so many lines.
    void height(SheetRows.Row row, int lines, NamedStyle style) {
        float points = height(lines, style);
        if (points != Sheet.ROW_HEIGHT) {
            used += points - Sheet.ROW_HEIGHT;
            row.height(points);
        }
    }

    /// The height of a row of so many lines, in points. One line is the sheet's default.
    static float height(int lines, NamedStyle style) {
        if (lines <= 1 && style.points == NamedStyle.LINE.points && !style.bold) {
            return Sheet.ROW_HEIGHT;
        }
        double points = Math.min(HIGHEST, Math.max(1, lines) * style.lineHeight() + ROW_GAP);
        return (float) (Math.floor(points * STEPS) / STEPS);
    }
}
