package org.tabularium.render.docx;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.tabularium.render.Document;
import org.tabularium.render.Renderer;
import org.tabularium.render.office.FixedPackage;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.Text;

/// Displays as Word documents that a medical writer restyles, merges and renews without retyping: named styles only, a section a
/// display, header rows that repeat, blocks of rows that stay together, numbers by decimal tabs, each in a content control with
/// its name. The report has contents in front.
public final class DocxRenderer implements Renderer {

    /// The most bytes of a template.
    public static final int LARGEST_TEMPLATE = 10 << 20;

    /// The sponsor's template; null for our own styles, which are not read before something is drawn.
    private final @Nullable WordBase template;

    /// With our own styles.
    public DocxRenderer() {
        this.template = null;
    }

    private DocxRenderer(WordBase template) {
        this.template = template;
    }

    /// With a sponsor's template: its styles where it names ours, its theme, fonts, numbering and settings, and its paper where
    /// the study says none.
    ///
    /// @param template the bytes of a .dotx
    /// @throws RefusedTemplateException where it is none, holds programs, refers to something outside of it, or has over 10 MB
    public static DocxRenderer withTemplate(byte[] template) throws RefusedTemplateException {
        return new DocxRenderer(WordTemplate.read(template));
    }

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
            case TABLE, LISTING, FIGURE, TEXT -> true;
        };
    }

    @Override
    public boolean wholeReport() {
        return true;
    }

    @Override
    public int render(Document document, OutputStream out) throws IOException {
        WordBase usual = template == null ? WordBase.OWN : template;
        WordBase base = usual.with(usual.styles().with(document.displays()));
        try (WordPackage office = new WordPackage(base)) {
            Surroundings around = new Surroundings(office, base.styles(), document.page());
            WordPackage.Text body = body(document, base, around, office);
            String author = document.sponsor().isEmpty() ? "Tabularium" : document.sponsor();
            office.write(out, new FixedPackage.Properties(title(document), author, document.created()), body);
        }
        return 0;
    }

    /// A text stands in a file of its own alone.
    private static WordPackage.Text body(Document document, WordBase base, Surroundings around, WordPackage office)
            throws IOException {
        if (!document.contents() && document.displays().size() == 1 && document.displays().getFirst() instanceof Text text) {
            return new TextBody(text, document, base.styles(), base.papers(), around)::write;
        }
        return new ReportBody(document.only(kind -> kind != Display.Kind.TEXT), base, around, office)::write;
    }

    private static String title(Document document) {
        return document.contents() || document.displays().isEmpty() ? document.study() : document.displays().getFirst().heading();
    }
}
