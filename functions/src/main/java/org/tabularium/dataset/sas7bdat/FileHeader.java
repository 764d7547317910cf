package org.tabularium.dataset.sas7bdat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.tabularium.dataset.UnreadableDatasetException;

/// What the first bytes of a file say of all of it. Places as "SAS7BDAT Database Binary Format" (Shotwell, 2013) has them.
///
/// @param length bytes before the first page
/// @param pageSize bytes of a page
/// @param pages how many pages there are
/// @param release of SAS, or of what took SAS's place: `9.0401M7`
/// @param encoding the number that SAS has for the encoding of the text
/// @param name of the dataset; empty where it is not of ASCII's letters, digits and signs alone
record FileHeader(Layout layout, int length, int pageSize, long pages, String release, int encoding, String name) {

    /// No page and no header is larger.
    private static final int MAX_PAGE = 64 << 20;

    /// What the header needs at least.
    private static final int SIZE = 288;

    private static final int WIDE = 32;
    private static final int SHIFTED = 35;
    private static final int LITTLE_ENDIAN = 37;
    private static final int ENCODING = 70;
    private static final int NAME = 92;
    private static final int NAME_LENGTH = 64;
    private static final int SIZES = 196;
    private static final int RELEASE = 216;

    /// Reads the header, up to the first page.
    ///
    /// @param size bytes of the file
    static FileHeader read(InputStream stream, long size, Damage damage) throws IOException, UnreadableDatasetException {
        byte[] bytes = stream.readNBytes(SIZE);
        if (bytes.length < SIZE) {
            throw damage.cutOff(size, SIZE);
        }
        boolean wide = bytes[WIDE] == '3';
        int shift = bytes[SHIFTED] == '3' ? 4 : 0;
        Layout layout = new Layout(wide, bytes[LITTLE_ENDIAN] == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        Region region = new Region(bytes, 0, SIZE, layout, damage);
        long length = region.whole(SIZES + shift);
        long page = region.whole(SIZES + 4 + shift);
        long pages = region.word(SIZES + 8 + shift);
        if (length < SIZE || length > MAX_PAGE || page < layout.pageStart() || page > MAX_PAGE || pages < 1) {
            throw damage.malformed("its header has " + length + " bytes, its " + pages + " pages " + page + " each");
        }
        if (pages > (size - length) / page) {
            throw damage.cutOff(size, pages > Long.MAX_VALUE / page - 1 ? Long.MAX_VALUE : length + pages * page);
        }
        stream.skipNBytes(length - SIZE);
        String release = new String(bytes, RELEASE + shift + (wide ? 4 : 0), 8, StandardCharsets.ISO_8859_1);
        return new FileHeader(layout, (int) length, (int) page, pages, release, bytes[ENCODING] & 0xff,
                name(bytes));
    }

    /// Nothing depends on it but a warning, so that what is odd in it is passed over.
    private static String name(byte[] bytes) {
        String name = new String(bytes, NAME, NAME_LENGTH, StandardCharsets.ISO_8859_1).replaceFirst("[ \\x00]+$", "");
        return name.matches("[!-~](?:[ -~]*[!-~])?") ? name : "";
    }
}
