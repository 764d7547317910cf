package org.tabularium.store.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// A large object read in ranges that are fetched ahead side by side. At most [#AHEAD] ranges and the one being read are in
/// memory.
public final class RangedStream extends InputStream {

    /// Bytes of one request.
    static final int RANGE = 8 << 20;
    private static final int AHEAD = 4;

    /// Fetches a part of the object.
    public interface Range {
        /// Fetches exactly `length` bytes.
        byte[] fetch(long from, int length) throws IOException;
    }

    private final Range range;
    private final long size;
    private final int rangeSize;
    private final Deque<Coming> coming = new ArrayDeque<>();
    private long asked;
    /// Ranges asked for since the start, or since a jump.
    private int inARow;
    private byte[] current = new byte[0];
    private int position;

    public RangedStream(Range range, long size) {
        this(range, size, RANGE);
    }

    public RangedStream(Range range, long size, int rangeSize) {
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

    /// A range on its way.
    private record Coming(FutureTask<byte[]> task, int length) {}

    /// Passes over bytes; ranges that nobody reads are not fetched.
    @Override
    public long skip(long count) {
        long left = Math.max(0, count);
        int here = (int) Math.min(left, current.length - position);
        position += here;
        left -= here;
        while (left > 0 && position == current.length && !coming.isEmpty() && left >= coming.getFirst().length()) {
            Coming passed = coming.removeFirst();
            passed.task().cancel(true);
            left -= passed.length();
        }
        if (left > 0 && coming.isEmpty()) {
            long over = Math.min(left, size - asked);
            asked += over;
            left -= over;
            inARow = over > 0 ? 0 : inARow;
        }
        return Math.max(0, count) - left;
    }

    /// Whether there is a byte left; fetches what comes next where the current range is used up.
    private boolean fill() throws IOException {
        if (position < current.length) {
            return true;
        }
        // The first range alone: whoever reads only a header shall not fetch five.
        int ahead = inARow == 0 ? 1 : AHEAD;
        while (coming.size() < ahead && asked < size) {
            int length = (int) Math.min(rangeSize, size - asked);
            coming.add(new Coming(start(asked, length), length));
            asked += length;
            inARow++;
        }
        Coming next = coming.poll();
        if (next == null) {
            return false;
        }
        current = get(next.task());
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
        coming.forEach(range -> range.task().cancel(true));
        coming.clear();
        asked = size;
        current = new byte[0];
        position = 0;
    }
}
