package org.tabularium.dataset.xlsx;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.tabularium.dataset.InputLimits;
import org.tabularium.dataset.RefusedStreamException;
import org.tabularium.dataset.UnreadableDatasetException;
import org.tabularium.finding.Finding;
import org.tabularium.store.Content;

/// The parts of a workbook's zip archive, by the archive's directory at its end.
///
/// `java.util.zip.ZipFile` needs a file on disk and `ZipInputStream` never looks at the directory, so that it takes a cut archive
/// for a whole one; this
/// reads any [Content] and holds each part to the size and checksum that the directory gives, which the limits have been asked
/// about before.
final class ZipParts {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int MAX_PARTS = 10_000;
    private static final int MAX_DIRECTORY = 16 << 20;
    private static final long ZIP64 = 0xffff_ffffL;

    private record Part(int flags, int method, long crc, long packed, long unpacked, long offset) {}

    private final String dataset;
    private final Content content;
    private final InputLimits limits;
    private final Map<String, Part> parts = new HashMap<>();

    /// @throws UnreadableDatasetException with code `CORRUPT_XLSX`
    ZipParts(String dataset, Content content, InputLimits limits) throws IOException, UnreadableDatasetException {
        this.dataset = dataset;
        this.content = content;
        this.limits = limits;
        readDirectory();
    }

    /// Whether there is a part of this name, in any letter case.
    boolean has(String name) {
        return parts.containsKey(key(name));
    }

    /// Reads every part once, also those that no table needs: a workbook that is damaged anywhere cannot be trusted elsewhere.
    ///
    /// @throws UnreadableDatasetException as [#open] does
    void check() throws IOException, UnreadableDatasetException {
        byte[] buffer = new byte[1 << 15];
        for (String name : parts.keySet().stream().sorted().toList()) {
            try (InputStream part = open(name)) {
                while (part.read(buffer, 0, buffer.length) >= 0) {
                    // Its size and checksum are compared on the way.
                }
            }
        }
    }

    /// The bytes of a part. Reading fails with [RefusedStreamException] where they are not what the directory says.
    ///
    /// @throws UnreadableDatasetException `CORRUPT_XLSX`, `ENCRYPTED_FILE` or `EXPANDS_TOO_MUCH`
    InputStream open(String name) throws IOException, UnreadableDatasetException {
        Part part = parts.get(key(name));
        if (part == null) {
            throw corrupt("its part " + name + " is missing");
        }
        if ((part.flags() & 1) != 0) {
            throw new UnreadableDatasetException(Finding.error("ENCRYPTED_FILE", "the file is encrypted").in(dataset)
                    .remedy("deliver it without a password"));
        }
        if (part.method() != 0 && part.method() != 8) {
            throw corrupt("its part " + name + " is compressed in a way that workbooks do not use");
        }
        limits.checkExpansion(dataset, part.packed(), part.unpacked());
        InputStream stream = content.open();
        stream.skipNBytes(part.offset());
        ByteBuffer local = buffer(stream.readNBytes(LOCAL_LENGTH));
        if (local.capacity() < LOCAL_LENGTH || local.getInt(0) != LOCAL) {
            stream.close();
            throw corrupt("its part " + name + " is not where the archive's directory says");
        }
        long skip = (local.getShort(26) & 0xffffL) + (local.getShort(28) & 0xffffL);
        if (part.offset() + LOCAL_LENGTH + skip + part.packed() > content.size()) {
            stream.close();
            throw corrupt("its part " + name + " is cut off");
        }
        stream.skipNBytes(skip);
        return new PartStream(new Packed(stream, part.packed()), part);
    }

    private void readDirectory() throws IOException, UnreadableDatasetException {
        long size = content.size();
        int tail = (int) Math.min(size, END_LENGTH + 0xffff);
        ByteBuffer end = read(size - tail, tail);
        int at = tail - END_LENGTH;
        while (at >= 0 && end.getInt(at) != END) {
            at--;
        }
        if (at < 0) {
            throw corrupt("its end is missing");
        }
        int count = end.getShort(at + 10) & 0xffff;
        long length = end.getInt(at + 12) & 0xffff_ffffL;
        long offset = end.getInt(at + 16) & 0xffff_ffffL;
        if (count > MAX_PARTS || length > MAX_DIRECTORY || offset + length > size - tail + at) {
            throw corrupt("its archive's directory is damaged");
        }
        ByteBuffer directory = read(offset, (int) length);
        int entry = 0;
        for (int i = 0; i < count; i++) {
            if (entry + ENTRY_LENGTH > length || directory.getInt(entry) != ENTRY) {
                throw corrupt("its archive's directory is damaged");
            }
            int nameLength = directory.getShort(entry + 28) & 0xffff;
            int extraLength = directory.getShort(entry + 30) & 0xffff;
            int next = entry + ENTRY_LENGTH + nameLength + extraLength + (directory.getShort(entry + 32) & 0xffff);
            if (next > length) {
                throw corrupt("its archive's directory is damaged");
            }
            byte[] nameBytes = new byte[nameLength];
            directory.get(entry + ENTRY_LENGTH, nameBytes);
            String name = new String(nameBytes, StandardCharsets.UTF_8);
            if (parts.put(key(name), part(directory, entry, nameLength, extraLength)) != null) {
                throw corrupt("its archive has a part twice");
            }
            entry = next;
        }
    }

    private Part part(ByteBuffer directory, int entry, int nameLength, int extraLength) throws UnreadableDatasetException {
        long[] sizes = {directory.getInt(entry + 24) & ZIP64, directory.getInt(entry + 20) & ZIP64,
            directory.getInt(entry + 42) & ZIP64};
        int extra = entry + ENTRY_LENGTH + nameLength;
        int end = extra + extraLength;
        while (extra + 4 <= end) {
            int length = directory.getShort(extra + 2) & 0xffff;
            if (directory.getShort(extra) == 1) {
                int at = extra + 4;
                for (int i = 0; i < sizes.length; i++) {
                    if (sizes[i] == ZIP64 && at + Long.BYTES <= Math.min(end, extra + 4 + length)) {
                        sizes[i] = directory.getLong(at);
                        at += Long.BYTES;
                    }
                }
            }
            extra += 4 + length;
        }
        if (sizes[0] < 0 || sizes[1] < 0 || sizes[2] < 0 || sizes[1] > content.size()
                || sizes[2] > content.size() - LOCAL_LENGTH) {
            throw corrupt("its archive's directory is damaged");
        }
        return new Part(directory.getShort(entry + 8), directory.getShort(entry + 10),
                directory.getInt(entry + 16) & 0xffff_ffffL,
                sizes[1], sizes[0], sizes[2]);
    }

    private ByteBuffer read(long offset, int length) throws IOException, UnreadableDatasetException {
        try (InputStream stream = content.open()) {
            stream.skipNBytes(offset);
            byte[] bytes = stream.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException(dataset + " is shorter than its store says");
            }
            return buffer(bytes);
        }
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String key(String name) {
        return name.replace('\\', '/').toLowerCase(Locale.ROOT);
    }

    private UnreadableDatasetException corrupt(String what) {
        return new UnreadableDatasetException(
                Finding.error("CORRUPT_XLSX", "the workbook is damaged or cut off: " + what).in(dataset)
                        .remedy("open it in Excel, save it and deliver it again"));
    }

    /// A part's bytes as they are stored.
    private static final class Packed extends FilterInputStream {

        private long left;

        Packed(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = left == 0 ? -1 : super.read(bytes, from, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }

    /// A part's bytes unpacked, checked for their size and their checksum.
    private final class PartStream extends InputStream {

        private final InputStream in;
        private final Inflater inflater = new Inflater(true);
        private final CRC32 crc = new CRC32();
        private final Part part;
        private long read;

        PartStream(InputStream packed, Part part) {
            this.in = part.method() == 0 ? packed : new InflaterInputStream(packed, inflater, 1 << 15);
            this.part = part;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count;
            try {
                count = in.read(bytes, from, length);
            } catch (ZipException | EOFException e) {
                throw new RefusedStreamException(corrupt("a part of it cannot be unpacked"));
            }
            if (count < 0) {
                if (read != part.unpacked() || crc.getValue() != part.crc()) {
                    throw new RefusedStreamException(corrupt("a part of it is not what it was when it was written"));
                }
                return count;
            }
            read += count;
            if (read > part.unpacked()) {
                throw new RefusedStreamException(corrupt("a part of it is larger than it says"));
            }
            crc.update(bytes, from, count);
            return count;
        }

        @Override
        public void close() throws IOException {
            inflater.end();
            in.close();
        }
    }
}
