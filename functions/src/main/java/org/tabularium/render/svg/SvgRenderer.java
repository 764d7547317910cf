package org.tabularium.render.svg;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.tabularium.render.Document;
import org.tabularium.render.Renderer;
import org.tabularium.table.display.Display;
import org.tabularium.table.display.Figure;

/// A figure as an SVG file.
public final class SvgRenderer implements Renderer {

    @Override
    public String extension() {
        return "svg";
    }

    @Override
    public String mediaType() {
        return "image/svg+xml";
    }

    @Override
    public boolean supports(Display.Kind kind) {
        return switch (kind) {
            case FIGURE -> true;
            case TABLE, LISTING, TEXT -> false;
        };
    }

    @Override
    public boolean wholeReport() {
        return false;
    }

    /// Writes the one figure of the document.
    ///
    /// @throws IllegalArgumentException where the document does not hold exactly one figure
    @Override
    public int render(Document document, OutputStream out) throws IOException {
        if (document.displays().size() != 1 || !(document.displays().getFirst() instanceof Figure figure)) {
            throw new IllegalArgumentException("An SVG file holds one figure");
        }
        String svg = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + SvgDrawing.of(figure.drawing(), figure.heading());
        out.write(svg.getBytes(StandardCharsets.UTF_8));
        return 0;
    }
}
