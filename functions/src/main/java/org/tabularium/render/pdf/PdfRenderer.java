package org.tabularium.render.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfWriter;
import org.tabularium.figure.drawing.Drawing;
import org.tabularium.figure.drawing.Shape;
import org.tabularium.render.Document;
import org.tabularium.render.Renderer;
import org.tabularium.table.display.Cell;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.Figure;
import org.tabularium.table.display.Listing;
import org.tabularium.table.display.Table;
import org.tabularium.table.display.Text;

/// Displays as tagged PDF: PDF/A-2a and PDF/UA-1 together. The report has a contents page with links and bookmarks; a single
/// display stands alone.
///
/// All is laid out first, so that each page can say "Page x of y", then drawn. Characters that no embedded font has are shown as
/// a box and named in a
/// footnote of their table and among the findings.
public final class PdfRenderer implements Renderer {

    /// zlib's: pages and their structure are an eighth larger than at its usual 6, in half the time.
    private static final int COMPRESSION = 3;

    @Override
    public String extension() {
        return "pdf";
    }

    @Override
    public String mediaType() {
        return "application/pdf";
    }

    @Override
    public boolean supports(Display.Kind kind) {
        return switch (kind) {
            case TABLE, LISTING, FIGURE -> true;
            case TEXT -> false;
        };
    }

    @Override
    public boolean wholeReport() {
        return true;
    }

    @Override
    public List<String> undrawable(Display display) {
        Typeface typeface = new Typeface();
        typeface.printable(display.title());
        typeface.printable(display.population());
        display.footnotes().forEach(typeface::printable);
        switch (display) {
            case Figure figure -> drawn(figure.drawing()).forEach(typeface::printable);
            case Table table -> ofCells(table).forEach(typeface::printable);
            case Listing listing -> ofCells(listing).forEach(typeface::printable);
            case Text text -> {} // not printed here
        }
        return typeface.missing().stream()
                .map(c -> String.format(Locale.ROOT, "U+%04X", c)
                        + (Character.isISOControl(c) ? "" : " " + Character.toString(c)))
                .toList();
    }

    private static Stream<String> drawn(Drawing drawing) {
        return drawing.shapes().stream().filter(Shape.Text.class::isInstance).map(shape -> ((Shape.Text) shape).text());
    }

    private static Stream<String> ofCells(Display display) {
        return Stream.concat(display.columns().stream().flatMap(column -> Stream.of(column.header(), column.span())),
                display.rows().stream().flatMap(row -> row.cells().stream()).map(Cell::text));
    }

    @Override
    public int render(Document document, OutputStream out) throws IOException {
        ReportLayout layout = new ReportLayout(document);
        org.openpdf.text.Document pdf = new org.openpdf.text.Document(size(layout, 0), 0, 0, 0, 0);
        PdfWriter writer = TaggedWriter.of(pdf, out);
        writer.setCloseStream(false);
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
        // The classic cross-reference table is written by OpenPDF in the default locale's digits; the compressed one has none.
        writer.setFullCompression();
        writer.setCompressionLevel(COMPRESSION);
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle | (document.contentsPage() ? PdfWriter.PageModeUseOutlines : 0));
        pdf.open();
        PdfIdentity.write(writer, document);
        int pages = layout.sheets.size();
        StructureTree tree = new StructureTree(writer, pages);
        ReportPainter painter = new ReportPainter(layout, writer, tree);
        for (int page = 0; page < pages; page++) {
            if (page > 0) {
                pdf.setPageSize(size(layout, page));
                pdf.newPage();
            }
            writer.setPageEmpty(false);
            painter.draw(page);
            tree.endPage();
        }
        tree.end();
        if (document.contents()) {
            painter.bookmarks();
        }
        pdf.close();
        out.flush();
        return pages;
    }

    private static Rectangle size(ReportLayout layout, int page) {
        PageFrame frame = layout.sheets.get(page).frame();
        return new Rectangle((float) frame.width(), (float) frame.height());
    }
}
