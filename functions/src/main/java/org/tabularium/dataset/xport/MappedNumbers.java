package org.tabularium.dataset.xport;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Numbers of an XPORT file that stay where they are, in the file mapped into memory, and are converted whenever somebody looks.
/// Costs no memory of
/// its own: the pages are the operating system's, which gives them up when it needs room.
final class MappedNumbers {

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final MemorySegment file;
    private final long start;
    private final int rowLength;
    private final int length;

    /// @param start where the first row's number begins
    /// @param length bytes of a number, 2 to 8
    MappedNumbers(MemorySegment file, long start, int rowLength, int length) {
        this.file = file;
        this.start = start;
        this.rowLength = rowLength;
        this.length = length;
    }

    double get(int row) {
        long at = start + (long) row * rowLength;
        if (length == Long.BYTES) {
            return IbmFloat.toDouble(file.get(LONG, at));
        }
        long bytes = 0;
        for (int i = 0; i < length; i++) {
            bytes = (bytes << Byte.SIZE) | (file.get(ValueLayout.JAVA_BYTE, at + i) & 0xff);
        }
        return IbmFloat.toDouble(bytes << (Long.SIZE - Byte.SIZE * length));
    }
}
