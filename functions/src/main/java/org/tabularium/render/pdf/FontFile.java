package org.tabularium.render.pdf;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.BaseFont;

/// The fonts that are embedded, in the order in which they are asked for a character. Each is read once a process, when it is
/// first needed, and only
/// read from then on.
final class FontFile {
    /// The Latin and Greek letters and the signs of Liberation Sans, which has the widths of Arial. A file holds eight bytes for
    /// each glyph of a font that it uses, so that most files have no use for the other letters.
    private static final FontFile TEXT = new FontFile("/fonts/TabulariumSans-Regular.ttf", false);
    private static final FontFile TEXT_BOLD = new FontFile("/fonts/TabulariumSans-Bold.ttf", true);
    /// Liberation Sans as a whole: Cyrillic, Hebrew and rarer Latin letters as well.
    private static final FontFile LETTERS = new FontFile("/liberation/LiberationSans-Regular.ttf", false);
    private static final FontFile LETTERS_BOLD = new FontFile("/liberation/LiberationSans-Bold.ttf", true);
    /// Superscripts, subscripts and other punctuation that Liberation lacks.
    private static final FontFile SYMBOLS = new FontFile("/fonts/NotoSans-Symbols.ttf", false);
    /// The characters of GB 2312.
    private static final FontFile CHINESE = new FontFile("/fonts/NotoSansSC-GB2312.ttf.gz", false);

    private static final List<FontFile> PLAIN = List.of(TEXT, LETTERS, SYMBOLS, CHINESE);
    private static final List<FontFile> BOLD = List.of(TEXT_BOLD, LETTERS_BOLD, TEXT, LETTERS, SYMBOLS, CHINESE);

    /// The characters before this one are looked up in an array.
    private static final int OFTEN = 0x250;
    /// How hard subsets are compressed: the quickest level takes half the time of the usual one, for a file 5 % larger, and was a
    /// third of a small report's time.
    private static final int COMPRESSION = Deflater.BEST_SPEED;
    /// At the end of a resource's name: packed by gzip, since the functions' zip stores resources as they are.
    private static final String PACKED = ".gz";
    private static final short UNKNOWN = -2;
    private static final short ABSENT = -1;

    /// Whether its letters are bold.
    final boolean bold;
    private final String resource;
    private final short[] often = new short[OFTEN];
    private volatile @Nullable BaseFont font;

    private FontFile(String resource, boolean bold) {
        this.resource = resource;
        this.bold = bold;
        Arrays.fill(often, UNKNOWN);
    }

    /// The font that a character is drawn in, a bold one where one has it; null where none has it.
    static @Nullable FontFile of(int character, boolean bold) {
        List<FontFile> files = bold ? BOLD : PLAIN;
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).thousandths(character) >= 0) {
                return files.get(i);
            }
        }
        return null;
    }

    /// The character's width in thousandths of the font size; −1 where the font lacks it.
    int thousandths(int character) {
        if (character >= OFTEN) {
            return ask(character);
        }
        short width = often[character];
        if (width == UNKNOWN) {
            width = (short) ask(character);
            often[character] = width;
        }
        return width;
    }

    private int ask(int character) {
        BaseFont asked = font();
        return asked.charExists(character) ? asked.getWidth(character) : ABSENT;
    }

    BaseFont font() {
        BaseFont known = font;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            known = font;
            if (known == null) {
                known = load();
                font = known;
            }
            return known;
        }
    }

    private BaseFont load() {
        try (InputStream in = open()) {
            BaseFont loaded = BaseFont.createFont(resource.replace(PACKED, ""), BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false,
                    in.readAllBytes(),
                    null);
            loaded.setIncludeCidSet(false);
            loaded.setCompressionLevel(COMPRESSION);
            loaded.setSecureRandom(new SameTag());
            return loaded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open() throws IOException {
        InputStream in = FontFile.class.getResourceAsStream(resource);
        if (in == null) {
            throw new FileNotFoundException("The font " + resource + " is missing from this installation");
        }
        return resource.endsWith(PACKED) ? new GZIPInputStream(in) : in;
    }

    /// OpenPDF tags a font's subset with random letters, which would make each file different.
    private static final class SameTag extends SecureRandom {
        private static final long serialVersionUID = 1L;

        @Override
        public double nextDouble() {
            return 0;
        }
    }
}
