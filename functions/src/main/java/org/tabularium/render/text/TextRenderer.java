package org.tabularium.render.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tabularium.render.Document;
import org.tabularium.render.Renderer;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.Text;
import org.tabularium.table.display.Text.Piece;

/// A text as a Markdown file: its title as heading, an empty line between paragraphs.
public final class TextRenderer implements Renderer {

    @Override
    public String extension() {
        return "md";
    }

    @Override
    public String format() {
        return "text";
    }

    @Override
    public String mediaType() {
        return "text/markdown; charset=utf-8";
    }

    @Override
    public boolean supports(Display.Kind kind) {
        return switch (kind) {
            case TEXT -> true;
            case TABLE, LISTING, FIGURE -> false;
        };
    }

    @Override
    public boolean wholeReport() {
        return false;
    }

    /// Writes the one text of the document.
    ///
    /// @throws IllegalArgumentException where the document does not hold exactly one text
    @Override
    public int render(Document document, OutputStream out) throws IOException {
        if (document.displays().size() != 1 || !(document.displays().getFirst() instanceof Text text)) {
            throw new IllegalArgumentException("A Markdown file holds one text");
        }
        StringBuilder markdown = new StringBuilder("# ").append(text.title()).append('\n');
        for (List<Piece> paragraph : text.paragraphs()) {
            markdown.append('\n');
            paragraph.forEach(piece -> markdown.append(piece.text()));
            markdown.append('\n');
        }
        out.write(markdown.toString().getBytes(StandardCharsets.UTF_8));
        return 0;
    }
}
