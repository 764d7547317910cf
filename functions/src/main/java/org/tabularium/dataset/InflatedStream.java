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
import org.tabularium.finding.Finding;

/// What a compressed file holds: one packed by gzip (RFC 1952), or a compressed Dataset-JSON file (DSJC). Of the latter the
/// specification asks for a bare zlib
/// stream (RFC 1950) and the examples published with it are gzip files; both are read, told apart by their first two bytes. Both
/// end with a checksum, so that
/// no changed byte goes unnoticed, and nothing may follow them.
///
/// Nothing is held beyond a buffer. A damaged stream, or one that grows more than the limits allow, ends in a
/// [RefusedStreamException].
public final class InflatedStream extends InputStream {

    private static final int BUFFER = 1 << 16;

    private final String dataset;
    private final String code;
    private final String remedy;
    private final InputLimits limits;
    private final Counted source;
    private final InputStream inflated;
    private long written;

    private InflatedStream(String dataset, InputStream compressed, InputLimits limits, boolean zlib, String code, String remedy)
            throws IOException {
        this.dataset = dataset;
        this.code = code;
        this.remedy = remedy;
        this.limits = limits;
        this.source = new Counted(compressed);
        try {
            BufferedInputStream buffered = new BufferedInputStream(source, BUFFER);
            buffered.mark(2);
            int first = buffered.read();
            int second = buffered.read();
            buffered.reset();
            if (first == 0x1f && second == 0x8b) {
                inflated = new Gzip(buffered);
            } else if (zlib && (first & 0x8f) == 8 && ((first << 8) + second) % 31 == 0) {
                inflated = new Zlib(buffered);
            } else {
                throw corrupt("the file is compressed " + (zlib ? "neither as zlib nor as gzip" : "otherwise than by gzip"),
                        null);
            }
        } catch (ZipException | EOFException e) {
            compressed.close();
            throw corrupt(e);
        } catch (IOException e) {
            compressed.close();
            throw e;
        }
    }

    /// A file packed by gzip. Takes over the stream.
    public static InflatedStream gzip(String dataset, InputStream compressed, InputLimits limits) throws IOException {
        return new InflatedStream(dataset, compressed, limits, false, "CORRUPT_GZIP",
                "deliver the file again, or without compression");
    }

    /// A compressed Dataset-JSON file. Takes over the stream.
    public static InflatedStream dsjc(String dataset, InputStream compressed, InputLimits limits) throws IOException {
        return new InflatedStream(dataset, compressed, limits, true, "CORRUPT_DSJC",
                "deliver the file again, or as .ndjson without compression");
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            int read = inflated.read(bytes, from, length);
            written += Math.max(read, 0);
            limits.checkExpansion(dataset, source.count, written);
            return read;
        } catch (ZipException | EOFException e) {
            throw corrupt(e);
        } catch (UnreadableDatasetException e) {
            throw new RefusedStreamException(e);
        }
    }

    @Override
    public void close() throws IOException {
        inflated.close();
    }

    private RefusedStreamException corrupt(IOException e) {
        return corrupt(e instanceof EOFException ? "the compressed file is cut off" : "the compressed file is damaged", e);
    }

    private RefusedStreamException corrupt(String what, @Nullable IOException cause) {
        return new RefusedStreamException(
                new UnreadableDatasetException(Finding.error(code, what).in(dataset).remedy(remedy), cause));
    }

    /// One gzip member or several, after which nothing may follow: the JDK's stream passes over what it cannot read behind the
    /// first.
    private static final class Gzip extends GZIPInputStream {

        private static final int TRAILER = 8;

        Gzip(InputStream compressed) throws IOException {
            super(compressed, BUFFER);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            if (read < 0 && (inf.getRemaining() > TRAILER || in.read() >= 0)) {
                throw new ZipException("bytes after the end of the file");
            }
            return read;
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
