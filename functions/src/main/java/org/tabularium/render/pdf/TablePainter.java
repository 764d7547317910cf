package org.tabularium.render.pdf;

import java.util.List;
import org.openpdf.text.pdf.PdfContentByte;
import org.tabularium.render.Paginator;
import org.tabularium.render.UnitsDigit;
import org.tabularium.table.Align;
import org.tabularium.table.TableColumn;
import org.tabularium.table.TableRow;

/// Draws one page of a table: titles, header between rules, rows, the closing rule, footnotes. From top to bottom and left to
/// right, so that text that is
/// copied out of the file keeps that order.
final class TablePainter {

    private static final float HEAVY = 0.9f;
    private static final float LIGHT = 0.5f;
    private static final double TRIM = 3;

    private final PrintedTable layout;
    private final Paginator.Page page;
    private final PdfContentByte canvas;
    private final double[] left;
    private final double tableRight;
    private double y;

    private TablePainter(PrintedTable layout, Paginator.Page page, PdfContentByte canvas) {
        this.layout = layout;
        this.page = page;
        this.canvas = canvas;
        this.left = new double[layout.widths.length];
        double x = layout.frame.left();
        for (int column : page.columns()) {
            left[column] = x;
            x += layout.widths[column];
        }
        this.tableRight = x;
        this.y = layout.frame.top();
    }

    static void draw(PrintedTable layout, int number, PdfContentByte canvas) {
        new TablePainter(layout, layout.pages.get(number), canvas).draw(number > 0);
    }

    private void draw(boolean continued) {
        for (String line : layout.titleLines(continued)) {
            text(line, layout.title, layout.frame.left());
        }
        for (String line : layout.populationLines()) {
            text(line, layout.body, layout.frame.left());
        }
        double headerTop = layout.frame.top() - layout.titleHeight();
        y = headerTop;
        if (page.fromClosing() == 0) {
            rule(HEAVY, layout.frame.left(), tableRight);
            header();
            y = headerTop - layout.headerHeight();
            rule(LIGHT, layout.frame.left(), tableRight);
            y -= PrintedTable.RULE_GAP;
            for (Paginator.Placed placed : page.rows()) {
                row(placed);
            }
            y -= PrintedTable.RULE_GAP - layout.rowGap;
            rule(HEAVY, layout.frame.left(), tableRight);
            y -= PrintedTable.RULE_GAP;
        }
        int from = layout.notesRepeated ? 0 : page.fromClosing();
        int to = layout.notesRepeated ? layout.notes.size() : page.toClosing();
        for (int line = from; line < to; line++) {
            text(layout.notes.get(line), layout.note, layout.frame.left() + (layout.beginsNote(line) ? 0 : PrintedTable.HANG));
        }
    }

    private void header() {
        double lineHeight = layout.head.lineHeight();
        if (layout.spanLines > 0) {
            double bottom = y - PrintedTable.RULE_GAP - layout.spanLines * lineHeight;
            spans(bottom);
            y = bottom - PrintedTable.RULE_GAP;
        }
        y -= PrintedTable.RULE_GAP;
        double top = y;
        for (int column : page.columns()) {
            List<String> lines = layout.headers.get(column);
            y = top - (layout.headerLines - lines.size()) * lineHeight;
            boolean centred = layout.table.columns().get(column).align() != Align.LEFT;
            for (String line : lines) {
                double slack = layout.inner(column) - layout.typeface.width(line, layout.head);
                text(line, layout.head, left[column] + pad(column) + (centred ? slack / 2 : 0));
            }
        }
    }

    private void spans(double bottom) {
        List<TableColumn> columns = layout.table.columns();
        List<Integer> shown = page.columns();
        for (int i = 0, end; i < shown.size(); i = end) {
            String span = columns.get(shown.get(i)).span();
            double from = left[shown.get(i)];
            double to = from + layout.widths[shown.get(i)];
            for (end = i + 1; end < shown.size() && !span.isEmpty() && columns.get(shown.get(end)).span().equals(span); end++) {
                to += layout.widths[shown.get(end)];
            }
            if (span.isEmpty()) {
                continue;
            }
            List<String> lines = layout.spanText(span, to - from - 2 * ColumnWidths.PADDING);
            y = bottom + lines.size() * layout.head.lineHeight();
            for (String line : lines) {
                text(line, layout.head, (from + to - layout.typeface.width(line, layout.head)) / 2);
            }
            y = bottom - PrintedTable.RULE_GAP / 2;
            rule(LIGHT, from + TRIM, to - TRIM);
        }
    }

    private void row(Paginator.Placed placed) {
        y -= placed.gap();
        TableRow row = layout.table.rows().get(placed.row());
        double top = y;
        int lines = placed.toLine() - placed.fromLine();
        if (placed.repeated()) {
            if (page.columns().contains(0)) {
                cell(row, 0, layout.continuedLabel(placed.row()), 0, lines);
            }
        } else if (row.kind() != TableRow.Kind.MESSAGE) {
            List<List<String>> cells = layout.cells.get(placed.row());
            for (int column : page.columns()) {
                if (column < cells.size()) {
                    y = top;
                    cell(row, column, cells.get(column), placed.fromLine(), placed.toLine());
                }
            }
        } else if (page.columns().contains(0) && page.repeatedColumns() == 0) {
            cell(row, 0, layout.cells.get(placed.row()).getFirst(), placed.fromLine(), placed.toLine());
        }
        y = top - lines * layout.body.lineHeight() - layout.rowGap;
    }

    private void cell(TableRow row, int column, List<String> lines, int from, int to) {
        Align align = row.kind() == TableRow.Kind.MESSAGE ? Align.LEFT : layout.table.columns().get(column).align();
        for (int i = from; i < Math.min(to, lines.size()); i++) {
            String line = lines.get(i);
            double width = layout.typeface.width(line, layout.body);
            double inner = layout.inner(column);
            double x = left[column] + pad(column);
            if (column == 0 && align == Align.LEFT) {
                x += row.indent() * ColumnWidths.INDENT
                        + (i > 0 && row.kind() != TableRow.Kind.MESSAGE ? ColumnWidths.HANGING : 0);
            } else if (lines.size() == 1 && layout.standsByUnits(column, line)) {
                double units = layout.typeface.width(line.substring(0, UnitsDigit.end(line)), layout.body);
                x += layout.measured.unitsEnd(column, inner) - units;
            } else {
                x += switch (align) {
                    case LEFT -> 0;
                    case RIGHT -> inner - width;
                    case CENTER, DECIMAL -> (inner - width) / 2;
                };
            }
            text(line, layout.body, x);
        }
    }

    /// The first column begins where the rules begin.
    private double pad(int column) {
        return page.columns().getFirst() == column && layout.table.columns().get(column).align() == Align.LEFT
                ? 0
                : ColumnWidths.PADDING;
    }

    /// A line of text below what was drawn before.
    private void text(String line, Typeface.Style style, double x) {
        y -= style.lineHeight();
        if (!line.isEmpty()) {
            layout.typeface.draw(canvas, line, style, x, y + style.lineHeight() * 0.25);
        }
    }

    private void rule(float weight, double from, double to) {
        canvas.setLineWidth(weight);
        canvas.moveTo((float) from, (float) y);
        canvas.lineTo((float) to, (float) y);
        canvas.stroke();
    }
}
