package org.tabularium.render.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tabularium.render.svg.SvgDrawing;
import org.tabularium.result.Statistic;
import org.tabularium.render.RowGroups;
import org.tabularium.table.display.Align;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.Figure;
import org.tabularium.table.display.TableColumn;
import org.tabularium.table.display.TableRow;
import org.tabularium.table.display.Text;

/// A display as a section with a table, whose numbers lead to their explanations.
final class DisplayMarkup {

    /// How many rows of a listing, or of what a figure draws, the page holds: one that lists each event of 10,000 subjects would
    /// make it too heavy to open.
    static final int LISTED = 2000;

    /// The deepest level that has a style.
    private static final int DEEPEST = 5;

    private final Markup out;
    private final Display display;
    private final List<Explained> explained;
    private final List<String> labels = new ArrayList<>();
    private int rows;

    private DisplayMarkup(Markup out, Display display, List<Explained> explained) {
        this.out = out;
        this.display = display;
        this.explained = explained;
    }

    /// Writes it.
    ///
    /// @param explained gets the cells that have an explanation
    static void write(Markup out, Display display, List<Explained> explained) {
        new DisplayMarkup(out, display, explained).write();
    }

    private void write() {
        out.raw("<section class=d id=d-").raw(display.id()).raw(" aria-labelledby=h-").raw(display.id()).raw(">\n<h2 id=h-")
                .raw(display.id()).raw(">").text(display.heading()).raw("</h2>\n");
        if (display instanceof Figure figure) {
            if (!figure.population().isEmpty()) {
                out.raw("<p>").text(figure.population()).raw("</p>\n");
            }
            out.raw(SvgDrawing.of(figure.drawing(), figure.heading())).raw("<details><summary>Data of the figure</summary>\n");
            table();
            out.raw("</details>\n");
        } else if (display instanceof Text text) {
            for (List<Text.Piece> paragraph : text.paragraphs()) {
                out.raw("<p>");
                paragraph.forEach(piece -> out.text(piece.text()));
                out.raw("</p>\n");
            }
        } else {
            table();
        }
        if (!display.footnotes().isEmpty()) {
            out.raw("<div class=f>");
            display.footnotes().forEach(note -> out.raw("<p>").text(note).raw("</p>\n"));
            out.raw("</div>\n");
        }
        out.raw("</section>\n");
    }

    private void table() {
        out.raw("<div class=w tabindex=0 role=group aria-label=").value(display.heading()).raw(">\n<table><caption>");
        out.text(display.population().isEmpty() ? display.title() : display.population()).raw("</caption>\n<thead>\n");
        head();
        out.raw("</thead>\n<tbody>\n");
        int block = Integer.MIN_VALUE;
        List<TableRow> body = display.rows();
        boolean cut = display.kind() != Display.Kind.TABLE && body.size() > LISTED;
        RowGroups groups = new RowGroups(display);
        for (int i = 0; i < (cut ? LISTED : body.size()); i++) {
            TableRow row = body.get(i);
            row(row, row.block() != block, !groups.mayBreakBefore(i));
            block = row.block();
        }
        if (cut) {
            out.raw("<tr class=b><td colspan=" + display.columns().size() + ">")
                    .text(String.format(Locale.ROOT, "The first %,d of %,d rows. The other files of the run have all.", LISTED,
                            body.size()))
                    .raw("</td></tr>\n");
        }
        out.raw("</tbody></table></div>\n");
    }

    private void head() {
        List<TableColumn> columns = display.columns();
        boolean spans = columns.stream().anyMatch(column -> !column.span().isEmpty());
        if (spans) {
            out.raw("<tr>");
            for (int i = 0; i < columns.size();) {
                TableColumn first = columns.get(i);
                int end = i + 1;
                if (first.span().isEmpty()) {
                    header(first, " rowspan=2");
                } else {
                    while (end < columns.size() && columns.get(end).span().equals(first.span())) {
                        end++;
                    }
                    out.raw("<th class=c scope=colgroup colspan=" + (end - i) + ">").text(first.span()).raw("</th>");
                }
                i = end;
            }
            out.raw("</tr>\n");
        }
        out.raw("<tr>");
        columns.stream().filter(column -> !spans || !column.span().isEmpty()).forEach(column -> header(column, ""));
        out.raw("</tr>\n");
    }

    private void header(TableColumn column, String more) {
        if (column.header().isBlank()) {
            out.raw("<td" + more + "></td>");
        } else {
            out.raw("<th scope=col" + (column.align() == Align.LEFT ? "" : " class=c") + more + ">");
            int end = column.header().lastIndexOf('\n');
            boolean before = !column.mark().isEmpty() && end >= 0;
            out.text(before ? column.header().substring(0, end) : column.header());
            mark(column.mark());
            out.text(before ? column.header().substring(end) : "").raw("</th>");
        }
    }

    private void mark(String mark) {
        if (!mark.isEmpty()) {
            out.raw("<sup>").text(mark).raw("</sup>");
        }
    }

    private void row(TableRow row, boolean startsBlock, boolean staysBelow) {
        out.raw(start(startsBlock, staysBelow));
        if (row.kind() == TableRow.Kind.MESSAGE) {
            out.raw("<td colspan=" + display.columns().size() + ">").text(row.cells().getFirst().text()).raw("</td></tr>\n");
            return;
        }
        lead(row);
        Explained.Row place = new Explained.Row(display.heading(), display.population(), rows++,
                String.join(" › ", labels.stream().filter(label -> !label.isEmpty()).toList()));
        if (row.isLabelAlone()) {
            out.raw("<th scope=row colspan=" + display.columns().size() + indent(row) + ">").text(row.cells().getFirst().text());
            mark(row.cells().getFirst().mark());
            out.raw("</th></tr>\n");
            return;
        }
        for (int i = 0; i < display.columns().size(); i++) {
            Cell cell = i < row.cells().size() ? row.cells().get(i) : Cell.EMPTY;
            if (i == 0 && !cell.text().isEmpty()) {
                out.raw("<th scope=row" + indent(row) + ">");
                out.text(cell.text());
                mark(cell.mark());
                out.raw("</th>");
            } else {
                cell(cell, display.columns().get(i), place);
            }
        }
        out.raw("</tr>\n");
    }

    /// A row's start tag: what begins a block and what never parts from the row above is marked, for print.
    private String start(boolean startsBlock, boolean staysBelow) {
        if (startsBlock) {
            return display.layout().pageABlock() ? "<tr class=\"b p\">" : "<tr class=b>";
        }
        return staysBelow ? "<tr class=e>" : "<tr>";
    }

    private static String indent(TableRow row) {
        return row.indent() == 0 ? "" : " class=i" + Math.min(row.indent(), DEEPEST);
    }

    /// Makes the labels those that lead to this row.
    private void lead(TableRow row) {
        while (labels.size() > row.indent()) {
            labels.removeLast();
        }
        while (labels.size() < row.indent()) {
            labels.add("");
        }
        labels.add(row.cells().isEmpty() ? "" : row.cells().getFirst().text());
    }

    private static String header(TableColumn column) {
        String header = column.span().isEmpty() ? column.header() : column.span() + " " + column.header();
        return header.replace('\n', ' ').strip();
    }

    private void cell(Cell cell, TableColumn column, Explained.Row row) {
        out.raw(column.align() == Align.LEFT ? "<td>" : "<td class=n>");
        boolean number = cell.results().stream().anyMatch(result -> result.statistic() != Statistic.VALUE);
        if (number && !cell.text().isEmpty()) {
            Explained of = new Explained(explained.size() + 1, row, header(column), cell.text(), cell.results());
            explained.add(of);
            out.raw("<a id=c" + of.number() + " href=#x" + of.number() + ">").text(cell.text()).raw("</a>");
        } else {
            out.text(cell.text());
        }
        mark(cell.mark());
        out.raw("</td>");
    }
}
