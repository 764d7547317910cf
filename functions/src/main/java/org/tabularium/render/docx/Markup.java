package org.tabularium.render.docx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.tabularium.render.office.XmlText;

/// WordprocessingML on its way to bytes: what is added is written as soon as there is enough of it, so that a listing of 100,000
/// rows takes no memory. POI's objects would take a kilobyte a cell.
final class Markup {

    private static final int ENOUGH = 1 << 15;

    private final OutputStream out;
    private final StringBuilder pending = new StringBuilder(ENOUGH + (1 << 12));

    Markup(OutputStream out) {
        this.out = out;
    }

    /// Adds markup as it is.
    Markup add(String xml) throws IOException {
        pending.append(xml);
        if (pending.length() > ENOUGH) {
            flush();
        }
        return this;
    }

    /// Adds text.
    Markup text(String text) throws IOException {
        return add(XmlText.escaped(text));
    }

    void flush() throws IOException {
        out.write(pending.toString().getBytes(StandardCharsets.UTF_8));
        pending.setLength(0);
    }
}
