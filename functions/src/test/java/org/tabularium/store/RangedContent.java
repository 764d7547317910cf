package org.tabularium.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.tabularium.store.s3.RangedStream;

/// Bytes that are fetched as a large object of S3 is: in ranges, ahead and side by side, by the stream that S3 objects have.
public final class RangedContent implements Content {

    private final byte[] bytes;
    private final int range;
    private final long lostFrom;
    private final AtomicLong fetched = new AtomicLong();

    /// @param range bytes of one request
    public RangedContent(byte[] bytes, int range) {
        this(bytes, range, Long.MAX_VALUE);
    }

    /// @param lostFrom the place from which on no request succeeds
    public RangedContent(byte[] bytes, int range, long lostFrom) {
        this.bytes = bytes;
        this.range = range;
        this.lostFrom = lostFrom;
    }

    /// Bytes asked for so far.
    public long fetched() {
        return fetched.get();
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new RangedStream((from, length) -> {
            fetched.addAndGet(length);
            if (from + length > lostFrom) {
                throw new IOException("the connection was lost");
            }
            return Arrays.copyOfRange(bytes, (int) from, (int) from + length);
        }, bytes.length, range);
    }
}
