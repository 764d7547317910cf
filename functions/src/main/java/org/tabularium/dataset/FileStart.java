package org.tabularium.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.tabularium.store.Content;

/// What a file begins with, from which its format is recognised.
///
/// @param bytes the first 80, or all of them if there are fewer, a byte a character
public record FileStart(String bytes) {

    private static final int LENGTH = 80;

    static FileStart of(Content content) {
        try (InputStream stream = content.open()) {
            return new FileStart(new String(stream.readNBytes(LENGTH), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether the file begins with these bytes, a byte a character.
    public boolean has(String signature) {
        return bytes.startsWith(signature);
    }

    /// Whether the file was packed by gzip.
    boolean isGzipped() {
        return has("\u001f\u008b");
    }

    /// Whether the file begins with a word, or with a quoted one and a separator, as CSV does and JSON does not.
    public boolean isPlainText() {
        return text().matches("(?s)(?:[A-Za-z_]|\"[^\"]*\"\\s*[,;\t]).*");
    }

    /// From the first character on that is no blank and no byte order mark.
    public String text() {
        return (bytes.startsWith("\u00ef\u00bb\u00bf") ? bytes.substring(3) : bytes).stripLeading();
    }
}
