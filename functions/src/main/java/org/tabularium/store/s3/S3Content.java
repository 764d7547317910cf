package org.tabularium.store.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.tabularium.store.Content;
import org.tabularium.store.ObjectVersion;

/// One version of an object in S3. A small one is fetched once and kept, since a dataset is opened several times (hash, header,
/// rows); a large one streams.
final class S3Content implements Content {

    /// The largest object that is kept, in bytes.
    private static final int KEPT = 2 << 20;

    private final ObjectVersion version;
    private final RangedStream.Range range;
    private byte @Nullable [] kept;

    S3Content(ObjectVersion version, RangedStream.Range range) {
        this.version = version;
        this.range = range;
    }

    @Override
    public long size() {
        return version.size();
    }

    @Override
    public InputStream open() throws IOException {
        return version.size() <= KEPT ? new ByteArrayInputStream(bytes()) : new RangedStream(range, version.size());
    }

    private synchronized byte[] bytes() throws IOException {
        byte[] bytes = kept;
        if (bytes == null) {
            bytes = version.size() == 0 ? new byte[0] : range.fetch(0, (int) version.size());
            kept = bytes;
        }
        return bytes;
    }

    @Override
    public String toString() {
        return version.key();
    }
}
