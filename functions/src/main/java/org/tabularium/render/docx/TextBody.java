package org.tabularium.render.docx;

import java.io.IOException;
import java.util.List;
import org.tabularium.render.Document;
import org.tabularium.table.display.Text;
import org.tabularium.table.display.Text.Piece;

/// The body of a document that holds one text: its title and its paragraphs, each number in a control of its own.
final class TextBody {

    private final Text text;
    private final Styles styles;
    private final Controls controls;
    private final String section;

    TextBody(Text text, Document document, Styles styles, PageSetup.Papers papers, Surroundings surroundings)
            throws IOException {
        this.text = text;
        this.styles = styles;
        this.controls = new Controls(document);
        PageSetup paper = papers.usual(text.layout());
        this.section = paper.section(surroundings.of(paper));
    }

    void write(Markup markup) throws IOException {
        markup.add(ReportBody.START);
        markup.add(Paragraph.of(styles.id(NamedStyle.TITLE)).open());
        Runs.write(markup, text.title(), "");
        markup.add("</w:p>");
        for (List<Piece> paragraph : text.paragraphs()) {
            markup.add(Paragraph.of(styles.id(NamedStyle.TEXT)).open());
            for (Piece piece : paragraph) {
                controls.write(markup, piece.text(), piece.results());
            }
            markup.add("</w:p>");
        }
        markup.add(section).add("</w:body></w:document>");
    }
}
