package org.tabularium.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// A large object read in ranges that are fetched ahead side by side. At most [#AHEAD] ranges and the one being read are in memory.
final class RangedStream extends InputStream {

    /// Bytes of one request.
    static final int RANGE = 8 << 20;
    private static final int AHEAD = 4;

    /// Fetches a part of the object.
    interface Range {
        /// @return exactly `length` bytes
        byte[] fetch(long from, int length) throws IOException;
    }

    private final Range range;
    private final long size;
    private final int rangeSize;
    private final Deque<FutureTask<byte[]>> coming = new ArrayDeque<>();
    private long asked;
    private byte[] current = new byte[0];
    private int position;

    RangedStream(Range range, long size) {
        this(range, size, RANGE);
    }

    RangedStream(Range range, long size, int rangeSize) {
        this.range = range;
        this.size = size;
        this.rangeSize = rangeSize;
    }

    @Override
    public int read() throws IOException {
        return fill() ? current[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int n = Math.min(length, current.length - position);
        System.arraycopy(current, position, bytes, offset, n);
        position += n;
        return n;
    }

    /// Whether there is a byte left; fetches what comes next where the current range is used up.
    private boolean fill() throws IOException {
        if (position < current.length) {
            return true;
        }
        // The first range alone: whoever reads only a header shall not fetch five.
        int ahead = asked == 0 ? 1 : AHEAD;
        while (coming.size() < ahead && asked < size) {
            coming.add(start(asked, (int) Math.min(rangeSize, size - asked)));
            asked += Math.min(rangeSize, size - asked);
        }
        FutureTask<byte[]> next = coming.poll();
        if (next == null) {
            return false;
        }
        current = get(next);
        position = 0;
        return true;
    }

    private FutureTask<byte[]> start(long from, int length) {
        Callable<byte[]> fetch = () -> range.fetch(from, length);
        FutureTask<byte[]> task = new FutureTask<>(fetch);
        Thread.ofVirtual().name("range").start(task);
        return task;
    }

    private static byte[] get(FutureTask<byte[]> task) throws IOException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading", e);
        }
    }

    @Override
    public void close() {
        coming.forEach(task -> task.cancel(true));
        coming.clear();
        asked = size;
        current = new byte[0];
        position = 0;
    }
}
