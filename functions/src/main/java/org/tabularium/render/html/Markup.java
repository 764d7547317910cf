package org.tabularium.render.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/// Writes HTML: text escaped, line breaks as they are meant.
final class Markup {

    private final Writer out;

    Markup(Writer out) {
        this.out = out;
    }

    /// Markup as it stands.
    Markup raw(String markup) {
        try {
            out.write(markup);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Text; a line feed breaks the line.
    Markup text(String text) {
        return raw(escaped(text).replace("\n", "<br>"));
    }

    /// The value of an attribute, in quotation marks.
    Markup value(String text) {
        return raw("\"" + escaped(text).replace("\"", "&quot;").replace('\n', ' ') + "\"");
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '\t', '\n' -> safe.append(letter);
                default -> safe.append(letter < ' ' || letter == 0x7f ? '\ufffd' : letter);
            }
        }
        return safe.toString();
    }
}
