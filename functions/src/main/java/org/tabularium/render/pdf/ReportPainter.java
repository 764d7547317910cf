package org.tabularium.render.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfAction;
import org.openpdf.text.pdf.PdfAnnotation;
import org.openpdf.text.pdf.PdfBorderArray;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.tabularium.render.pdf.ReportLayout.Part;
import org.tabularium.render.pdf.ReportLayout.Sheet;
import org.tabularium.render.pdf.ReportLayout.Start;
import org.tabularium.table.display.Display;

/// Draws the pages of a file one after the other, with what stands around them, and tells the structure what they hold.
final class ReportPainter {

    private final ReportLayout layout;
    private final PdfWriter writer;
    private final StructureTree tree;
    private final Map<Integer, DisplayPainter> painters = new HashMap<>();

    ReportPainter(ReportLayout layout, PdfWriter writer, StructureTree tree) {
        this.layout = layout;
        this.writer = writer;
        this.tree = tree;
    }

    void draw(int number) throws IOException {
        Sheet sheet = layout.sheets.get(number);
        Ink ink = new Ink(writer.getDirectContent(), tree);
        StringBuilder ofDisplay = new StringBuilder();
        for (Part part : sheet.parts()) {
            switch (part) {
                case Part.OfText(TextFlow flow, var pieces) -> drawText(ink, flow, pieces);
                case Part.OfDisplay(int display, int page, double top) -> {
                    Printed table = layout.tables.get(display);
                    painters.computeIfAbsent(display, d -> painter(table, ink)).draw(page, ink, top);
                    if (page == table.pageCount() - 1) {
                        painters.remove(display);
                    }
                    if (layout.document.contentsPage()) {
                        ofDisplay.append(table.display().kind().label()).append(" page ").append(page + 1).append(" of ")
                                .append(table.pageCount());
                    }
                }
            }
        }
        ink.beginRepeated();
        sheet.frame().draw(ink, layout.typeface, layout.document.page(), ofDisplay.toString(), number + 1, layout.sheets.size());
        ink.end();
    }

    private DisplayPainter painter(Printed printed, Ink ink) {
        return switch (printed) {
            case PrintedTable table -> new TablePainter(table, tree, ink);
            case PrintedFigure figure -> new FigurePainter(figure, tree, ink);
        };
    }

    private void drawText(Ink ink, TextFlow flow, Iterable<TextFlow.Piece> pieces) throws IOException {
        StructureTree.Element contents = null;
        for (TextFlow.Piece piece : pieces) {
            if (!piece.isEntry()) {
                flow.draw(ink, tree, tree.document(), piece);
                continue;
            }
            if (contents == null) {
                contents = tree.open(tree.document(), PdfName.TOC);
            }
            StructureTree.Element entry = tree.open(contents, PdfName.TOCI);
            StructureTree.Element reference = tree.open(entry, PdfName.REFERENCE);
            StructureTree.Element link = tree.open(reference, PdfName.LINK);
            Start target = layout.start(piece.target());
            flow.drawEntry(ink, link, piece, target.page() + 1);
            link(link, piece, target);
            tree.close(link);
            tree.close(reference);
            tree.close(entry);
        }
        if (contents != null) {
            tree.close(contents);
        }
    }

    private void link(StructureTree.Element element, TextFlow.Piece piece, Start target) throws IOException {
        PageFrame frame = layout.sheets.getFirst().frame();
        Rectangle area = new Rectangle((float) piece.left(), (float) piece.bottom(), (float) frame.right(), (float) piece.top());
        PdfAnnotation link = PdfAnnotation.createLink(writer, area, PdfAnnotation.HIGHLIGHT_INVERT, goTo(target));
        link.setFlags(PdfAnnotation.FLAGS_PRINT);
        link.setBorder(new PdfBorderArray(0, 0, 0));
        link.remove(PdfName.C);
        Display display = piece.target() < layout.document.displays().size()
                ? layout.document.displays().get(piece.target())
                : null;
        String words = display == null ? layout.findingsTitle() : display.heading().replace('\n', ' ');
        link.put(PdfName.CONTENTS, new PdfString(words, PdfObject.TEXT_UNICODE));
        link.put(PdfName.STRUCTPARENT, new PdfNumber(tree.link(element, link.getIndirectReference())));
        writer.addAnnotation(link);
    }

    private PdfAction goTo(Start target) {
        return PdfAction.gotoLocalPage(target.page() + 1, new PdfDestination(PdfDestination.XYZ, 0, (float) target.top(), 0),
                writer);
    }

    void bookmarks() {
        Bookmarks bookmarks = new Bookmarks(writer.getRootOutline(), this::goTo);
        if (layout.hasContents) {
            bookmarks.add("Contents", new Start(0, layout.sheets.getFirst().frame().height()));
        }
        for (int i = 0; i < layout.tables.size(); i++) {
            bookmarks.add(layout.document.displays().get(i), layout.starts.get(i));
        }
        if (layout.findings >= 0) {
            bookmarks.add(layout.findingsTitle(), layout.start(layout.tables.size()));
        }
    }
}
