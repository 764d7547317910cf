package org.tabularium.store;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/// Bytes in memory.
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HeldContent(byte[] bytes) implements Content {

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
