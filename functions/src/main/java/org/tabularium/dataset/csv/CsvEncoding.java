package org.tabularium.dataset.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.dataset.dictionary.Utf8Dictionary;
import org.tabularium.dataset.encoding.GbkLikeness;
import org.tabularium.dataset.encoding.TextDecoding;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;

/// How the bytes of a CSV file are text, found by looking at all of them.
///
/// A byte order mark says UTF-8 or UTF-16. Without one it is UTF-8 where all bytes are that, else GBK where [GbkLikeness] finds
/// it likely, else Windows-1252.
/// A note names what was used where it is not UTF-8.
///
/// @param charset of the text
/// @param skip length of the byte order mark
record CsvEncoding(Charset charset, int skip) {

    private static final int BUFFER = 1 << 16;
    /// Bytes that are looked at one by one where there is more than ASCII.
    private static final int PIECE = 256;
    private static final long LOW_BITS = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    /// What windows-1252 leaves undefined.
    private static final String UNDEFINED = "\u0081\u008d\u008f\u0090\u009d";

    /// @throws UnreadableDatasetException for a zero byte (`MALFORMED_CSV`) and bytes that are neither encoding
    ///     (`UNKNOWN_ENCODING`)
    static CsvEncoding detect(String dataset, Content content, TextDecoding decoding, Consumer<Finding> notes)
            throws IOException, UnreadableDatasetException {
        try (InputStream stream = content.open()) {
            byte[] bytes = new byte[BUFFER];
            int length = stream.readNBytes(bytes, 0, BUFFER);
            String mark = new String(bytes, 0, Math.min(length, 3), StandardCharsets.ISO_8859_1);
            int skip = mark.equals("\u00ef\u00bb\u00bf") ? 3 : 0;
            if (mark.startsWith("\u00ff\u00fe") || mark.startsWith("\u00fe\u00ff")) {
                return utf16(dataset, content, mark.charAt(0) == 0xff ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE,
                        notes);
            }
            Check utf8 = new Check(StandardCharsets.UTF_8);
            boolean undefined = false;
            long before = 0;
            while (length > 0) {
                for (int i = 0; i < length;) {
                    // Most bytes are ASCII, which is UTF-8 by itself.
                    i = utf8.isBetweenCharacters() ? endOfAscii(bytes, i, length) : i;
                    int to = Math.min(length, i + PIECE);
                    utf8.accept(bytes, i, to);
                    for (; i < to; i++) {
                        if (bytes[i] == 0) {
                            throw zeroByte(dataset, content, before + i);
                        }
                        undefined |= bytes[i] < 0 && UNDEFINED.indexOf(bytes[i] & 0xff) >= 0;
                    }
                }
                before += length;
                length = stream.readNBytes(bytes, 0, BUFFER);
            }
            if (utf8.isValid()) {
                return new CsvEncoding(StandardCharsets.UTF_8, skip);
            }
            if (isGbk(content)) {
                decoding.note(GbkLikeness.GBK, notes);
                return new CsvEncoding(GbkLikeness.GBK, 0);
            }
            if (undefined) {
                throw new UnreadableDatasetException(
                        Finding.error("UNKNOWN_ENCODING", "the file is neither UTF-8 nor Windows-1252 nor likely GBK").in(dataset)
                                .remedy("save it as CSV UTF-8"));
            }
            decoding.note(TextDecoding.WINDOWS_1252, notes);
            return new CsvEncoding(TextDecoding.WINDOWS_1252, skip);
        }
    }

    /// Where the bytes from `from` on are no longer certain to be ASCII without zeros, looked at eight at a time.
    private static int endOfAscii(byte[] bytes, int from, int length) {
        int i = from;
        while (i + Long.BYTES <= length) {
            long word = (long) Utf8Dictionary.LONGS.get(bytes, i);
            if (((word | (word - LOW_BITS)) & HIGH_BITS) != 0) {
                return i;
            }
            i += Long.BYTES;
        }
        return i;
    }

    private static UnreadableDatasetException zeroByte(String dataset, Content content, long position) throws IOException {
        long line = 1;
        try (InputStream stream = new BufferedInputStream(content.open(), BUFFER)) {
            for (long i = 0; i < position; i++) {
                line += stream.read() == '\n' ? 1 : 0;
            }
        }
        return new UnreadableDatasetException(
                Finding.error("MALFORMED_CSV", "there is a zero byte in line " + line + " of the file").in(dataset)
                        .remedy("deliver the file again as plain text"));
    }

    /// Looks at all bytes again, which files in UTF-8 need not pay for.
    private static boolean isGbk(Content content) throws IOException {
        GbkLikeness gbk = new GbkLikeness();
        try (InputStream stream = content.open()) {
            byte[] bytes = new byte[BUFFER];
            for (int length = stream.readNBytes(bytes, 0, BUFFER); length > 0; length = stream.readNBytes(bytes, 0, BUFFER)) {
                gbk.accept(bytes, 0, length);
            }
        }
        return gbk.isLikely();
    }

    private static CsvEncoding utf16(String dataset, Content content, Charset charset, Consumer<Finding> notes)
            throws IOException, UnreadableDatasetException {
        Check check = new Check(charset);
        try (InputStream stream = content.open()) {
            byte[] bytes = new byte[BUFFER];
            for (int length = stream.readNBytes(bytes, 0, BUFFER); length > 0; length = stream.readNBytes(bytes, 0, BUFFER)) {
                check.accept(bytes, 0, length);
            }
        }
        if (!check.isValid() || check.zero) {
            throw new UnreadableDatasetException(Finding
                    .error("MALFORMED_CSV", "the file says that it is UTF-16, but holds what is none").in(dataset)
                    .remedy("save it as CSV UTF-8"));
        }
        notes.accept(Finding.note("ENCODING", "the text was read as UTF-16, as the file declares").in(dataset));
        return new CsvEncoding(charset, 2);
    }

    /// The file's text in UTF-8, without byte order mark.
    InputStream open(Content content) throws IOException {
        InputStream stream = content.open();
        stream.skipNBytes(skip);
        return charset.equals(StandardCharsets.UTF_8) ? stream : new Utf8Stream(stream, charset);
    }

    /// Checks bytes that come in pieces.
    private static final class Check {

        private final CharsetDecoder decoder;
        private final ByteBuffer in = ByteBuffer.allocate(BUFFER + 8);
        private final CharBuffer out = CharBuffer.allocate(BUFFER + 8);
        private boolean malformed;
        /// Whether a zero character was there; in UTF-8 the bytes tell.
        private boolean zero;

        Check(Charset charset) {
            decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
        }

        /// Whether no character is waiting for its other bytes.
        boolean isBetweenCharacters() {
            return in.position() == 0;
        }

        void accept(byte[] bytes, int from, int to) {
            if (!malformed && from < to) {
                in.put(bytes, from, to - from).flip();
                malformed = decoder.decode(in, out.clear(), false).isError();
                in.compact();
                if (!decoder.charset().equals(StandardCharsets.UTF_8)) {
                    zero |= out.flip().chars().anyMatch(c -> c == 0);
                }
            }
        }

        boolean isValid() {
            return !malformed && !decoder.decode(in.flip(), out.clear(), true).isError();
        }
    }
}
