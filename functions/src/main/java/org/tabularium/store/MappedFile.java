package org.tabularium.store;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.WeakReference;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/// Large files on disk, mapped into memory. The mapping ends when nothing refers to it any more.
///
/// Whoever cuts such a file while it is looked at makes the processor fault; the virtual machine turns that into an
/// [InternalError] of the thread that
/// looked, which a report takes for a file that was changed. Small files are read into memory, where nobody can cut them.
public final class MappedFile {

    /// Who hashes a file and who reads it look at the same mapping, whose pages the system then finds once.
    private static final Map<Content, WeakReference<MemorySegment>> MAPPED = Collections.synchronizedMap(new WeakHashMap<>());

    private MappedFile() {}

    /// The content as mapped memory, which any thread may look at; empty where it is smaller than `from` bytes or no file on
    /// disk.
    ///
    /// @throws IOException where the file cannot be opened or was changed
    public static Optional<MemorySegment> of(Content content, long from) throws IOException {
        Optional<Path> path = content.file();
        if (path.isEmpty() || content.size() < from) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(path.get(), StandardOpenOption.READ)) {
            if (channel.size() != content.size() || !content.unchanged()) {
                throw new FileSystemException(path.get().toString(), null, "the file was changed while it was being read");
            }
            WeakReference<MemorySegment> known = MAPPED.get(content);
            MemorySegment mapped = known == null ? null : known.get();
            if (mapped == null) {
                mapped = channel.map(MapMode.READ_ONLY, 0, content.size(), Arena.ofAuto());
                MAPPED.put(content, new WeakReference<>(mapped));
            }
            return Optional.of(mapped);
        }
    }

    /// The mapped bytes from a place on, as a stream.
    public static InputStream stream(MemorySegment file, long from) {
        return new InputStream() {
            private long at = from;

            @Override
            public int read() {
                return at < file.byteSize() ? file.get(ValueLayout.JAVA_BYTE, at++) & 0xff : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                int count = (int) Math.min(length, file.byteSize() - at);
                if (count <= 0) {
                    return length == 0 ? 0 : -1;
                }
                MemorySegment.copy(file, ValueLayout.JAVA_BYTE, at, buffer, offset, count);
                at += count;
                return count;
            }
        };
    }
}
