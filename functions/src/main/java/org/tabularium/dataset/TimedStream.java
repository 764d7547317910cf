package org.tabularium.dataset;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that ends in a finding when it was open for longer than one pass over a dataset's file may take. The clock decides
/// about an error only, never about
/// a value.
public final class TimedStream extends FilterInputStream {

    private final String dataset;
    private final InputLimits limits;
    private final long opened = System.nanoTime();

    /// Takes over the stream.
    public TimedStream(String dataset, InputStream stream, InputLimits limits) {
        super(stream);
        this.dataset = dataset;
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        checkTime();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        checkTime();
        return super.read(bytes, from, length);
    }

    private void checkTime() throws RefusedStreamException {
        try {
            limits.checkTime(dataset, System.nanoTime() - opened);
        } catch (UnreadableDatasetException e) {
            throw new RefusedStreamException(e);
        }
    }
}
