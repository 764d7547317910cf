package org.tabularium.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.TimeZone;

/// What a renderer makes of a document.
public final class Rendered {

    private Rendered() {}

    public static byte[] bytes(Renderer renderer, Document document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            renderer.render(document, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// As [#bytes], on a machine that is set up for other people elsewhere.
    public static byte[] bytesElsewhere(Renderer renderer, Document document, String language, String zone) {
        Locale locale = Locale.getDefault();
        TimeZone timeZone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            return bytes(renderer, document);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(timeZone);
        }
    }
}
