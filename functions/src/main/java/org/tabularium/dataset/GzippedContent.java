package org.tabularium.dataset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.tabularium.store.Content;

/// What a file holds that was packed by gzip. It is unpacked whenever somebody looks, a small one once.
final class GzippedContent implements Content {

    /// Up to so many bytes are held once they were unpacked.
    private static final int SMALL = 16 << 20;

    private final String dataset;
    private final Content packed;
    private final InputLimits limits;
    private long size = -1;
    private byte @Nullable [] held;

    GzippedContent(String dataset, Content packed, InputLimits limits) {
        this.dataset = dataset;
        this.packed = packed;
        this.limits = limits;
    }

    /// Bytes when it is unpacked. Whoever asks first waits for that; a damaged file shows then.
    @Override
    public long size() {
        if (size < 0) {
            try {
                unpack();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return size;
    }

    @Override
    public InputStream open() throws IOException {
        return held == null ? InflatedStream.gzip(dataset, packed.open(), limits) : new ByteArrayInputStream(held);
    }

    @Override
    public boolean unchanged() {
        return packed.unchanged();
    }

    private void unpack() throws IOException {
        try (InputStream stream = open()) {
            ByteArrayOutputStream small = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            long counted = 0;
            for (int count = stream.read(buffer, 0, buffer.length); count >= 0; count = stream.read(buffer, 0, buffer.length)) {
                counted += count;
                if (counted <= SMALL) {
                    small.write(buffer, 0, count);
                }
            }
            size = counted;
            held = counted <= SMALL ? small.toByteArray() : null;
        }
    }
}
