package org.tabularium.render.pdf;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfName;
import org.tabularium.render.ColumnWidths;
import org.tabularium.render.Paginator;
import org.tabularium.render.UnitsDigit;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;

/// Draws a table page by page: titles, header between rules, rows, the closing rule, footnotes. From top to bottom and left to
/// right, so that text that is copied out of the file keeps that order. What is drawn for the first time is part of the file's
/// structure ([TableStructure]), what is there again is not.
final class TablePainter implements DisplayPainter {

    private static final double HEAVY = 0.9;
    private static final double LIGHT = 0.5;
    private static final double TRIM = 3;

    private final PrintedTable layout;
    private final StructureTree tree;
    private final StructureTree.Element section;
    private final TableStructure structure;
    private final double[] left;
    private Paginator.Page page;
    private Ink ink;
    private double tableRight;
    private double y;

    TablePainter(PrintedTable layout, StructureTree tree, Ink ink) {
        this.layout = layout;
        this.tree = tree;
        this.ink = ink;
        this.page = layout.pages.getFirst();
        this.section = tree.open(tree.document(), PdfName.SECT);
        this.structure = new TableStructure(layout.table, tree);
        this.left = new double[layout.widths.length];
    }

    /// Draws a page; the pages come one after the other.
    ///
    /// @param top where the display begins
    @Override
    public void draw(int number, Ink onPage, double top) throws IOException {
        page = layout.pages.get(number);
        ink = onPage;
        double x = layout.frame.left();
        for (int column : page.columns()) {
            left[column] = x;
            x += layout.widths[column];
        }
        tableRight = x;
        y = top;
        titles(number > 0);
        if (number == 0) {
            structure.begin(section);
        }
        y = top - layout.titleHeight(number > 0);
        if (page.fromClosing() == 0) {
            body();
        }
        boolean last = number == layout.pages.size() - 1;
        if (last) {
            structure.end();
        }
        notes(last);
        if (last) {
            tree.close(section);
        }
    }

    private void titles(boolean continued) throws IOException {
        text(PdfName.H1, layout.titleLines(continued), layout.title, continued);
        if (!layout.populationLines().isEmpty()) {
            text(PdfName.P, layout.populationLines(), layout.body, continued);
        }
    }

    private void text(PdfName type, List<String> lines, Typeface.Style style, boolean repeated) throws IOException {
        StructureTree.Element element = begin(type, repeated);
        for (String line : lines) {
            text(line, style, layout.frame.left());
        }
        end(element);
    }

    /// An element of the section's, or nothing of the structure.
    private StructureTree.@Nullable Element begin(PdfName type, boolean repeated) {
        if (repeated) {
            ink.beginRepeated();
            return null;
        }
        StructureTree.Element element = tree.open(section, type);
        ink.begin(element);
        return element;
    }

    private void end(StructureTree.@Nullable Element element) throws IOException {
        ink.end();
        if (element != null) {
            tree.close(element);
        }
    }

    private void body() throws IOException {
        double headerTop = y;
        ink.rule(HEAVY, layout.frame.left(), tableRight, y);
        header();
        structure.endHeader();
        y = headerTop - layout.headerHeight();
        ink.rule(LIGHT, layout.frame.left(), tableRight, y);
        y -= PrintedTable.RULE_GAP;
        boolean first = true;
        for (Paginator.Placed placed : page.rows()) {
            row(placed, first);
            first &= placed.repeated();
        }
        y -= PrintedTable.RULE_GAP - layout.rowGap;
        ink.rule(HEAVY, layout.frame.left(), tableRight, y);
        y -= PrintedTable.RULE_GAP;
    }

    /// Footnotes that stand on each page are read on the last.
    private void notes(boolean last) throws IOException {
        int from = layout.notesRepeated ? 0 : page.fromClosing();
        int to = layout.notesRepeated ? layout.notes.size() : page.toClosing();
        for (int line = from, end; line < to; line = end) {
            StructureTree.Element element = begin(PdfName.P, layout.notesRepeated && !last);
            end = line;
            do {
                boolean begins = layout.beginsNote(end);
                text(layout.notes.get(end), layout.note, layout.frame.left() + (begins ? 0 : PrintedTable.HANG));
                end++;
            } while (end < to && !layout.beginsNote(end));
            end(element);
        }
    }

    private void header() throws IOException {
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
            structure.beginHeader(ink, column);
            for (String line : lines) {
                double inner = layout.inner(column);
                double slack = inner - layout.measured.gapBehind(column, inner) - layout.typeface.width(line, layout.head);
                text(line, layout.head, left[column] + pad(column) + (centred ? slack / 2 : 0));
            }
            ink.end();
        }
    }

    private void spans(double bottom) throws IOException {
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
            structure.beginSpan(ink, shown.get(i));
            for (String line : lines) {
                text(line, layout.head, (from + to - layout.typeface.width(line, layout.head)) / 2);
            }
            ink.end();
            ink.rule(LIGHT, from + TRIM, to - TRIM, bottom - PrintedTable.RULE_GAP / 2);
        }
    }

    /// @param first whether it is the first on the page
    private void row(Paginator.Placed placed, boolean first) throws IOException {
        y -= placed.gap();
        TableRow row = layout.table.rows().get(placed.row());
        double top = y;
        int lines = placed.toLine() - placed.fromLine();
        if (placed.isLabel()) {
            ink.beginRepeated();
            for (String line : page.columns().contains(0) ? layout.continuedLabel(placed.over()) : List.<String>of()) {
                text(line, layout.body, layout.frame.left());
            }
            ink.end();
        } else if (placed.repeated()) {
            again(row, top);
        } else {
            boolean done = placed.toLine() == layout.lines(placed.row());
            List<List<String>> cells = layout.wrapped(row);
            for (int i = 0; i < page.columns().size(); i++) {
                int column = page.columns().get(i);
                boolean again = i < page.repeatedColumns();
                y = top;
                if (column >= cells.size()) {
                    structure.emptyCell(placed.row(), column, done && !again);
                } else if (!first && layout.isOnceASubject(placed.row(), column)) {
                    structure.sayCell(placed.row(), column, done && !again);
                } else {
                    structure.beginCell(ink, placed.row(), column,
                            again || (row.kind() == TableRow.Kind.MESSAGE && page.repeatedColumns() > 0));
                    int to = column == 0 && done ? cells.get(0).size() : placed.toLine();
                    cell(row, column, cells.get(column), placed.fromLine(), to);
                    ink.end();
                    structure.endCell(placed.row(), column, done && !again);
                }
            }
        }
        y = top - lines * layout.body.lineHeight() - layout.rowGap;
    }

    /// A row that was drawn on an earlier page.
    private void again(TableRow row, double top) throws IOException {
        List<List<String>> cells = layout.wrapped(row);
        ink.beginRepeated();
        for (int column : page.columns()) {
            y = top;
            if (column < cells.size()) {
                cell(row, column, cells.get(column), 0, cells.get(column).size());
            }
        }
        ink.end();
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
            ink.text(layout.typeface, line, style, x, y + style.lineHeight() * 0.22);
        }
    }
}
