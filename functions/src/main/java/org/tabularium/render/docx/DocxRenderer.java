package org.tabularium.render.docx;

import java.io.IOException;
import java.io.OutputStream;
import org.tabularium.render.Document;
import org.tabularium.render.Renderer;
import org.tabularium.render.office.FixedPackage;
import org.tabularium.table.Display;

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
            case TABLE, LISTING -> true;
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
            ReportBody body = new ReportBody(document, styles, around);
            String author = document.sponsor().isEmpty() ? "Tabularium" : document.sponsor();
            office.write(out, new FixedPackage.Properties(title(document), author, document.created()), body::write);
        }
        return 0;
    }

    private static String title(Document document) {
        return document.contents() || document.displays().isEmpty() ? document.study() : document.displays().getFirst().heading();
    }
}
