package org.tabularium.render.docx;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.tabularium.render.ColumnSlices;
import org.tabularium.render.ColumnWidths;
import org.tabularium.render.RowGroups;
import org.tabularium.render.Wrap;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;

/// The rows of a display as a Word table: header rows that are repeated on each page, spanners as merged cells, rows that do not
/// split, numbers by decimal tabs.
final class TableMarkup {

    private static final String RULE = "<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>";
    private static final String RULED = "<w:tcBorders>" + RULE + "</w:tcBorders>";
    private static final String NOT_RULED = "<w:tcBorders><w:bottom w:val=\"nil\"/></w:tcBorders>";
    /// Space above the first row, in twentieths of a point.
    private static final int BELOW_HEADER = 40;
    private static final int HANGING = PageSetup.twips(ColumnWidths.HANGING);
    private static final int LONGEST_DESCRIPTION = 1_000;

    private final PlannedTable plan;
    private final MeasuredTable measured;
    private final Display table;
    private final Styles styles;
    private final Controls controls;
    private final Markup markup;
    private final String line;

    TableMarkup(PlannedTable plan, Styles styles, Controls controls, Markup markup) {
        this.plan = plan;
        this.measured = plan.measured;
        this.table = plan.display();
        this.styles = styles.of(table);
        this.line = styles.id(NamedStyle.TEXT);
        this.controls = controls;
        this.markup = markup;
    }

    /// Writes the table with these of its columns.
    ///
    /// What begins a page is a table of its own: LibreOffice breaks no page within one.
    ///
    /// @param whole whether all of it stays on a page where one holds it
    /// @param alone whether it begins on a page of its own
    void write(ColumnSlices.Slice slice, boolean whole, boolean alone) throws IOException {
        List<Integer> columns = slice.columns();
        open(columns);
        boolean[] kept = plan.keptWithNext(whole);
        boolean last = slice.equals(measured.slices.getLast());
        if (kept.length > 0) {
            kept[kept.length - 1] &= last;
        }
        for (int row = 0; row < table.rows().size(); row++) {
            if (plan.beginsPage(row, last && alone)) {
                markup.add("</w:tbl>").add(Paragraph.of(line).onNewPage().open()).add("</w:p>");
                open(columns);
                label(plan.label(row), columns);
                if (plan.counts(row) != RowGroups.NONE) {
                    row(plan.counts(row), columns, true);
                }
            }
            boolean nextBegins = row + 1 < kept.length && plan.beginsPage(row + 1, last && alone);
            row(row, columns, kept[row] && !nextBegins);
        }
        markup.add("</w:tbl>");
    }

    /// What goes on on a new page.
    private void label(String label, List<Integer> columns) throws IOException {
        if (!label.isEmpty()) {
            markup.add("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            openAcross(columns);
            markup.add(Paragraph.of(styles.id(NamedStyle.STUB_1)).keepNext(true).before(BELOW_HEADER).open());
            Runs.write(markup, label, "");
            markup.add("</w:p></w:tc></w:tr>");
        }
    }

    private void openAcross(List<Integer> columns) throws IOException {
        int width = columns.stream().mapToInt(this::width).sum();
        markup.add("<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/>"
                + (columns.size() > 1 ? "<w:gridSpan w:val=\"" + columns.size() + "\"/>" : "") + "</w:tcPr>");
    }

    /// The beginning of a table with its header.
    private void open(List<Integer> columns) throws IOException {
        int width = columns.stream().mapToInt(this::width).sum();
        markup.add("<w:tbl><w:tblPr><w:tblStyle w:val=\"" + styles.id(NamedStyle.TABLE) + "\"/><w:tblW w:w=\"" + width
                + "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>"
                + "<w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>"
                + "<w:tblCaption w:val=\"").text(table.heading()).add("\"/><w:tblDescription w:val=\"").text(description())
                .add("\"/></w:tblPr><w:tblGrid>");
        for (int column : columns) {
            markup.add("<w:gridCol w:w=\"" + width(column) + "\"/>");
        }
        markup.add("</w:tblGrid>");
        header(columns);
    }

    /// What readers of screens say of it.
    private String description() {
        String columns = table.columns().stream()
                .map(column -> (column.span() + " " + column.header()).replace('\n', ' ').strip())
                .filter(header -> !header.isEmpty()).collect(Collectors.joining("; "));
        String all = (table.population().isEmpty() ? "" : table.population() + ". ") + "Columns: " + columns + ".";
        return all.length() <= LONGEST_DESCRIPTION ? all : all.substring(0, LONGEST_DESCRIPTION) + "…";
    }

    private int width(int column) {
        return PageSetup.twips(measured.widths[column]);
    }

    private void header(List<Integer> columns) throws IOException {
        boolean spans = columns.stream().anyMatch(column -> !table.columns().get(column).span().isEmpty());
        if (spans) {
            beginHeader("");
            for (int from = 0, to; from < columns.size(); from = to) {
                to = spanEnd(columns, from);
                int first = columns.get(from);
                boolean spanned = !table.columns().get(first).span().isEmpty();
                int width = columns.subList(from, to).stream().mapToInt(this::width).sum();
                String span = spanned && to - from > 1 ? "<w:gridSpan w:val=\"" + (to - from) + "\"/>" : "";
                openCell(width, span + (spanned ? RULED : "<w:vMerge w:val=\"restart\"/>" + NOT_RULED));
                headText(first, spanned ? table.columns().get(first).span() : table.columns().get(first).marked(), spanned);
                markup.add("</w:tc>");
            }
            markup.add("</w:tr>");
        }
        // LibreOffice takes cells that reach over both rows for as high as the upper one where it repeats the header.
        beginHeader(spans ? "<w:trHeight w:val=\"" + PageSetup.twips(measured.lowerHeader()) + "\" w:hRule=\"atLeast\"/>" : "");
        for (int column : columns) {
            boolean done = spans && table.columns().get(column).span().isEmpty();
            openCell(width(column), done ? "<w:vMerge/>" + RULED : RULED);
            headText(column, done ? "" : table.columns().get(column).marked(), false);
            markup.add("</w:tc>");
        }
        markup.add("</w:tr>");
    }

    private int spanEnd(List<Integer> columns, int from) {
        String span = table.columns().get(columns.get(from)).span();
        int to = from + 1;
        while (!span.isEmpty() && to < columns.size() && table.columns().get(columns.get(to)).span().equals(span)) {
            to++;
        }
        return to;
    }

    private void beginHeader(String height) throws IOException {
        markup.add("<w:tr><w:trPr><w:cantSplit/>" + height + "<w:tblHeader/></w:trPr>");
    }

    private void openCell(int width, String properties) throws IOException {
        markup.add("<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/>" + properties
                + "<w:vAlign w:val=\"bottom\"/></w:tcPr>");
    }

    private void headText(int column, String text, boolean spanner) throws IOException {
        boolean left = !spanner && table.columns().get(column).align() == Align.LEFT;
        markup.add(Paragraph.of(styles.id(NamedStyle.HEAD)).aligned(left ? "left" : "").open());
        controls.writeHeader(markup, Wrap.joined(text), holdsTotal(column, spanner) ? table.columns().get(column).total() : null);
        markup.add("</w:p>");
    }

    /// Whether the N of a column's arm stands in its span or its header.
    private boolean holdsTotal(int column, boolean spanner) {
        return spanner != table.columns().get(column).span().isEmpty();
    }

    private void row(int number, List<Integer> columns, boolean kept) throws IOException {
        TableRow row = table.rows().get(number);
        int gap = number == 0 ? BELOW_HEADER : 0;
        int before = measured.groups.hasGap(number) ? PageSetup.twips(measured.size * MeasuredTable.BLOCK_GAP) : gap;
        markup.add("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        if (row.kind() == TableRow.Kind.MESSAGE || measured.standsAcross(row)) {
            NamedStyle style = row.kind() == TableRow.Kind.MESSAGE ? NamedStyle.TEXT : NamedStyle.stub(row.indent());
            openAcross(columns);
            paragraph(Paragraph.of(styles.id(style)).keepNext(kept).before(before), row.cells().getFirst(), true);
            markup.add("</w:tc>");
        } else {
            for (int i = 0; i < columns.size(); i++) {
                int column = columns.get(i);
                Cell cell = column < row.cells().size() ? row.cells().get(column) : Cell.EMPTY;
                markup.add("<w:tc><w:tcPr><w:tcW w:w=\"" + width(column) + "\" w:type=\"dxa\"/></w:tcPr>");
                boolean breaks = column < row.cells().size() && measured.lines(row, column) > 1;
                paragraph(paragraph(row, column, cell).keepNext(kept && i == 0).before(before), cell, breaks);
                markup.add("</w:tc>");
            }
        }
        markup.add("</w:tr>");
    }

    /// @param breaks whether the text has several lines
    private void paragraph(Paragraph paragraph, Cell cell, boolean breaks) throws IOException {
        markup.add(paragraph.open());
        controls.write(markup, cell, breaks);
        Runs.write(markup, cell.mark(), "");
        markup.add("</w:p>");
    }

    private Paragraph paragraph(TableRow row, int column, Cell cell) {
        TableColumn header = table.columns().get(column);
        if (header.align() == Align.LEFT) {
            boolean label = column < table.stubColumns();
            int indent = column == 0 ? row.indent() : 0;
            NamedStyle style = label ? NamedStyle.stub(indent) : NamedStyle.TEXT;
            Paragraph stub = Paragraph.of(styles.id(style));
            int left = PageSetup.twips(ColumnWidths.INDENT * row.indent()) + HANGING;
            return label && column == 0 && row.indent() > 2 ? stub.indented(left, HANGING) : stub;
        }
        Paragraph paragraph = Paragraph.of(styles.id(NamedStyle.CELL));
        if (measured.standsByUnits(column, cell.text())) {
            return cell.text().isEmpty()
                    ? paragraph
                    : paragraph.tab("decimal", "none", PageSetup.twips(measured.unitsEnd(column)));
        }
        return switch (header.align()) {
            case RIGHT -> paragraph.aligned("right");
            case CENTER, DECIMAL -> cell.text().isEmpty() ? paragraph : paragraph.aligned("center");
            case LEFT -> paragraph;
        };
    }
}
