package org.tabularium.render.docx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// The part of a document that holds its styles, and what each is called there.
///
/// @param part the bytes of the part
/// @param ids the names by which paragraphs refer to them
@SuppressWarnings("ArrayRecordComponent") // never compared
record Styles(byte[] part, Map<NamedStyle, String> ids) {

    private static final String FILE = "styles.xml";

    /// Our own styles, read once.
    static final Styles OWN = own();

    private static Styles own() {
        Map<NamedStyle, String> ids = new EnumMap<>(NamedStyle.class);
        for (NamedStyle style : NamedStyle.values()) {
            ids.put(style, style.id());
        }
        return new Styles(resource(FILE), ids);
    }

    /// A file of this room.
    static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(Styles.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String id(NamedStyle style) {
        return Objects.requireNonNull(ids.get(style));
    }
}
