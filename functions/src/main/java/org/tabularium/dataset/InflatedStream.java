package org.tabularium.dataset;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// What a compressed Dataset-JSON file (DSJC) holds. The specification asks for a bare zlib stream (RFC 1950); the examples published with it are gzip files
/// (RFC 1952); both are read, told apart by their first two bytes. Both end with a checksum, so that no changed byte goes unnoticed.
///
/// Nothing is held beyond a buffer. A stream that grows more than [#RATIO] times, once it is larger than [#FREE] bytes, is refused.
final class InflatedStream extends InputStream {

    /// Datasets shrink 5 to 60 times; what shrinks more than this is made to harm.
    private static final int RATIO = 200;
    /// This much may come out of a file of any size.
    private static final long FREE = 64L << 20;
    private static final int BUFFER = 1 << 16;

    private final Counted source;
    private final InputStream inflated;
    private long written;

    /// Takes over the stream.
    InflatedStream(InputStream compressed) throws IOException {
        source = new Counted(compressed);
        try {
            BufferedInputStream buffered = new BufferedInputStream(source, BUFFER);
            buffered.mark(2);
            int first = buffered.read();
            int second = buffered.read();
            buffered.reset();
            if (first == 0x1f && second == 0x8b) {
                inflated = new GZIPInputStream(buffered, BUFFER);
            } else if ((first & 0x8f) == 8 && ((first << 8) + second) % 31 == 0) {
                inflated = new Zlib(buffered);
            } else {
                throw new CorruptException("CORRUPT_DSJC", "the file is compressed neither as zlib nor as gzip", null);
            }
        } catch (ZipException | EOFException e) {
            compressed.close();
            throw corrupt(e);
        } catch (IOException e) {
            compressed.close();
            throw e;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read;
        try {
            read = inflated.read(bytes, from, length);
        } catch (ZipException | EOFException e) {
            throw corrupt(e);
        }
        written += Math.max(read, 0);
        if (written > FREE && written / RATIO > source.count) {
            throw new CorruptException("LIMIT_EXCEEDED", "the file grows more than " + RATIO + " times when it is unpacked",
                    null);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        inflated.close();
    }

    private static CorruptException corrupt(IOException e) {
        return new CorruptException("CORRUPT_DSJC",
                e instanceof EOFException ? "the compressed file is cut off" : "the compressed file is damaged", e);
    }

    /// The compressed file is not what it should be; nothing is wrong with the disk.
    static final class CorruptException extends IOException {

        private static final long serialVersionUID = 1L;

        private final String code;
        private final String words;

        CorruptException(String code, String words, @Nullable Throwable cause) {
            super(words, cause);
            this.code = code;
            this.words = words;
        }

        String code() {
            return code;
        }

        String words() {
            return words;
        }
    }

    /// A zlib stream after which nothing may follow.
    private static final class Zlib extends InflaterInputStream {

        Zlib(InputStream compressed) {
            super(compressed, new Inflater(), BUFFER);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            if (read < 0 && (inf.getRemaining() > 0 || in.read() >= 0)) {
                throw new ZipException("bytes after the end of the stream");
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            inf.end();
            super.close();
        }
    }

    /// Counts what was read of the file.
    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream file) {
            super(file);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
