package org.tabularium.render.docx;

import java.io.IOException;
import java.io.OutputStream;
import org.tabularium.render.Document;
import org.tabularium.render.Renderer;
import org.tabularium.render.office.FixedPackage;
import org.tabularium.table.Display;
import org.tabularium.table.Text;

/// Displays as Word documents that a medical writer restyles, merges and renews without retyping: named styles only, a section a
/// display, header rows that repeat, blocks of rows that stay together, numbers by decimal tabs, each in a content control with
/// its name. The report has contents in front.
public final class DocxRenderer implements Renderer {

    @Override
    public String extension() {
        return "docx";
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    }

    @Override
    public boolean supports(Display.Kind kind) {
        return switch (kind) {
            case TABLE, LISTING, TEXT -> true;
            case FIGURE -> false;
        };
    }

    @Override
    public boolean wholeReport() {
        return true;
    }

    @Override
    public int render(Document document, OutputStream out) throws IOException {
        Styles styles = Styles.OWN;
        try (WordPackage office = new WordPackage(styles)) {
            Surroundings around = new Surroundings(office, styles, document.page());
            WordPackage.Text body = body(document, styles, around);
            String author = document.sponsor().isEmpty() ? "Tabularium" : document.sponsor();
            office.write(out, new FixedPackage.Properties(title(document), author, document.created()), body);
        }
        return 0;
    }

    /// A text stands in a file of its own alone.
    private static WordPackage.Text body(Document document, Styles styles, Surroundings around) throws IOException {
        if (!document.contents() && document.displays().size() == 1 && document.displays().getFirst() instanceof Text text) {
            return new TextBody(text, document, styles, around)::write;
        }
        return new ReportBody(document.only(kind -> kind != Display.Kind.TEXT), styles, around)::write;
    }

    private static String title(Document document) {
        return document.contents() || document.displays().isEmpty() ? document.study() : document.displays().getFirst().heading();
    }
}
