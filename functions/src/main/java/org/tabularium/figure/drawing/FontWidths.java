package org.tabularium.figure.drawing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// How wide texts are in the fonts that are embedded, read from their tables `head`, `hhea`, `hmtx` and `cmap` (format 4).
/// Characters that Liberation Sans lacks are taken for as wide as they may be.
public final class FontWidths {

    private static final double UNKNOWN = 1;
    private static final int UNICODE_BMP = 4;

    /// The fonts are read when a text is first measured.
    private static final class Fonts {
        static final FontWidths REGULAR = read("/liberation/LiberationSans-Regular.ttf");
        static final FontWidths BOLD = read("/liberation/LiberationSans-Bold.ttf");
    }

    private final Map<Integer, Double> often = new HashMap<>();

    private FontWidths() {}

    /// The width of a line of text in points.
    public static double of(String text, double size, boolean bold) {
        FontWidths font = bold ? Fonts.BOLD : Fonts.REGULAR;
        return size * text.codePoints().mapToDouble(c -> font.often.getOrDefault(c, UNKNOWN)).sum();
    }

    private static FontWidths read(String resource) {
        try (InputStream in = FontWidths.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException("The font " + resource + " is missing from this installation");
            }
            return read(ByteBuffer.wrap(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FontWidths read(ByteBuffer file) {
        Map<String, Integer> tables = new HashMap<>();
        int count = file.getShort(4);
        for (int i = 0; i < count; i++) {
            byte[] tag = new byte[4];
            file.get(12 + 16 * i, tag);
            tables.put(new String(tag, StandardCharsets.US_ASCII), file.getInt(12 + 16 * i + 8));
        }
        double em = file.getShort(tables.getOrDefault("head", 0) + 18);
        int metrics = file.getShort(tables.getOrDefault("hhea", 0) + 34) & 0xFFFF;
        FontWidths font = new FontWidths();
        font.readCharacters(file, tables.getOrDefault("cmap", 0), tables.getOrDefault("hmtx", 0), metrics, em);
        return font;
    }

    private void readCharacters(ByteBuffer file, int cmap, int hmtx, int metrics, double em) {
        int encodings = file.getShort(cmap + 2);
        for (int i = 0; i < encodings; i++) {
            int table = cmap + file.getInt(cmap + 4 + 8 * i + 4);
            if (file.getShort(table) == UNICODE_BMP) {
                readSegments(file, table, (character, glyph) -> {
                    int at = Math.min(glyph, metrics - 1);
                    often.put(character, (file.getShort(hmtx + 4 * at) & 0xFFFF) / em);
                });
                return;
            }
        }
    }

    private interface Mapped {
        void to(int character, int glyph);
    }

    private static void readSegments(ByteBuffer file, int table, Mapped mapped) {
        int segments = (file.getShort(table + 6) & 0xFFFF) / 2;
        int ends = table + 14;
        int starts = ends + 2 * segments + 2;
        int deltas = starts + 2 * segments;
        int offsets = deltas + 2 * segments;
        for (int i = 0; i < segments; i++) {
            int end = file.getShort(ends + 2 * i) & 0xFFFF;
            int start = file.getShort(starts + 2 * i) & 0xFFFF;
            int delta = file.getShort(deltas + 2 * i);
            int offset = file.getShort(offsets + 2 * i) & 0xFFFF;
            for (int c = start; c <= end && c != 0xFFFF; c++) {
                int glyph = offset == 0
                        ? c + delta & 0xFFFF
                        : file.getShort(offsets + 2 * i + offset + 2 * (c - start)) & 0xFFFF;
                if (glyph != 0) {
                    mapped.to(c, offset == 0 ? glyph : glyph + delta & 0xFFFF);
                }
            }
        }
    }
}
