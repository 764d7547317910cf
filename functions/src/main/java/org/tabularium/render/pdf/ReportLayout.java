package org.tabularium.render.pdf;

import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfAction;
import org.openpdf.text.pdf.PdfAnnotation;
import org.openpdf.text.pdf.PdfBorderArray;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfWriter;
import org.tabularium.render.Document;
import org.tabularium.shell.PageLayout;
import org.tabularium.table.Display;

/// The pages of a whole file in their order: contents, tables, findings.
final class ReportLayout {

    private static final Typeface.Style STUDY = new Typeface.Style(true, 16);
    private static final Typeface.Style SECTION = new Typeface.Style(true, 11);
    private static final Typeface.Style TEXT = new Typeface.Style(false, 9.5);
    private static final Typeface.Style FINDING = new Typeface.Style(false, 8.5);

    private final Document document;
    private final Typeface typeface = new Typeface();
    private final List<PrintedTable> tables = new ArrayList<>();
    private final PageFrame frame;
    private final TextFlow contents;
    private final TextFlow findings;
    private final int contentsPages;
    private final int findingsPages;
    /// The page on which each table begins, from 0; one more entry for the page after the last table.
    private final List<Integer> starts = new ArrayList<>();

    ReportLayout(Document document) {
        this.document = document;
        for (Display table : document.displays()) {
            tables.add(new PrintedTable(table));
        }
        frame = PageFrame.of(
                document.displays().isEmpty() ? PageLayout.DEFAULT : document.displays().getFirst().layout(), false);
        contents = contents();
        findings = findings();
        contentsPages = document.contentsPage() || tables.isEmpty() ? contents.pages().size() : 0;
        findingsPages = document.contents() && hasFindings() ? findings.pages().size() : 0;
        int next = contentsPages;
        for (PrintedTable table : tables) {
            starts.add(next);
            next += table.pages.size();
        }
        starts.add(next);
    }

    int pages() {
        return starts.getLast() + findingsPages;
    }

    PageFrame frame(int page) {
        int table = tableOn(page);
        return table == TextFlow.NONE ? frame : tables.get(table).frame;
    }

    void draw(int page, PdfWriter writer) {
        PdfContentByte canvas = writer.getDirectContent();
        int table = tableOn(page);
        if (table != TextFlow.NONE) {
            TablePainter.draw(tables.get(table), page - starts.get(table), canvas);
        } else if (page < contentsPages) {
            for (TextFlow.Line line : contents.pages().get(page)) {
                contents.draw(canvas, line, line.target() == TextFlow.NONE ? 0 : starts.get(line.target()) + 1);
                link(writer, line);
            }
        } else {
            for (TextFlow.Line line : findings.pages().get(page - starts.getLast())) {
                findings.draw(canvas, line, 0);
            }
        }
        frame(page).draw(canvas, typeface, document.page(), "", page + 1, pages());
    }

    void bookmarks(PdfWriter writer) {
        PdfOutline root = writer.getRootOutline();
        if (contentsPages > 0) {
            bookmark(writer, root, "Contents", 0);
        }
        for (int i = 0; i < tables.size(); i++) {
            bookmark(writer, root, document.displays().get(i).heading().replace('\n', ' '), starts.get(i));
        }
        if (findingsPages > 0) {
            bookmark(writer, root, "Findings", starts.getLast());
        }
    }

    private void bookmark(PdfWriter writer, PdfOutline parent, String title, int page) {
        new PdfOutline(parent, goTo(writer, page), title);
    }

    private PdfAction goTo(PdfWriter writer, int page) {
        return PdfAction.gotoLocalPage(page + 1, new PdfDestination(PdfDestination.XYZ, 0, (float) frame(page).height(), 0),
                writer);
    }

    private void link(PdfWriter writer, TextFlow.Line line) {
        if (line.target() == TextFlow.NONE) {
            return;
        }
        double below = line.y() - line.style().size() * 0.25;
        Rectangle area = new Rectangle((float) line.x(), (float) below, (float) frame.right(),
                (float) (below + line.style().lineHeight()));
        PdfAnnotation link = PdfAnnotation.createLink(writer, area, PdfAnnotation.HIGHLIGHT_INVERT,
                goTo(writer, starts.get(line.target())));
        link.setFlags(PdfAnnotation.FLAGS_PRINT);
        link.setBorder(new PdfBorderArray(0, 0, 0));
        link.remove(PdfName.C);
        writer.addAnnotation(link);
    }

    private int tableOn(int page) {
        for (int i = 0; i < tables.size(); i++) {
            if (page >= starts.get(i) && page < starts.get(i + 1)) {
                return i;
            }
        }
        return TextFlow.NONE;
    }

    private TextFlow contents() {
        TextFlow flow = new TextFlow(frame, typeface);
        flow.paragraph(document.study(), STUDY);
        for (String line : List.of(document.title(), document.cutOff())) {
            if (!line.isEmpty()) {
                flow.paragraph(line, TEXT);
            }
        }
        flow.gap(18);
        flow.paragraph("Contents", SECTION);
        flow.gap(4);
        double labelRoom = 0;
        for (Display table : document.displays()) {
            labelRoom = Math.max(labelRoom, typeface.width(label(table), TEXT));
        }
        for (int i = 0; i < document.displays().size(); i++) {
            Display table = document.displays().get(i);
            flow.entry(label(table), labelRoom == 0 ? 0 : Math.min(150, labelRoom) + 12, table.title().replace('\n', ' '), TEXT,
                    i);
        }
        if (document.contents() && hasFindings()) {
            flow.gap(2);
            flow.entry("", 0, "Findings", TEXT, document.displays().size());
        }
        if (!document.notProduced().isEmpty()) {
            flow.gap(18);
            flow.paragraph("Not produced", SECTION);
            flow.gap(4);
            for (Document.NotProduced missing : document.notProduced()) {
                flow.paragraph(missing.title().isEmpty() ? missing.id() : missing.title() + " (" + missing.id() + ")", TEXT);
                flow.indented(missing.reason(), FINDING, 12);
                flow.gap(3);
            }
        }
        return flow;
    }

    private static String label(Display table) {
        return table.numbered();
    }

    private boolean hasFindings() {
        return !document.findings().isEmpty();
    }

    private TextFlow findings() {
        TextFlow flow = new TextFlow(frame, typeface);
        flow.paragraph("Findings", SECTION);
        flow.gap(6);
        for (String finding : document.findings()) {
            flow.paragraph(finding, FINDING);
            flow.gap(3);
        }
        return flow;
    }
}
