package org.tabularium.dataset;

import java.util.Arrays;

/// Dictionary codes, one a row, in as few bytes as the largest needs: none while all are 0, then one, two, four.
///
/// One class and no family of them: every access is the same few instructions, whatever widths a process has met.
final class Codes {

    private static final int ONE_BYTE = 1 << Byte.SIZE;
    private static final int TWO_BYTES = 1 << Short.SIZE;

    private final int expected;
    private int size;
    /// The first code that does not fit: 1, [#ONE_BYTE], [#TWO_BYTES] or the largest int.
    private int limit = 1;
    private byte[] bytes = {};
    private short[] shorts = {};
    private int[] ints = {};

    /// No codes yet.
    ///
    /// @param expected how many rows will come, where that is known; 0 where it is not
    Codes(int expected) {
        this.expected = expected;
    }

    /// These codes; takes ownership of the array.
    static Codes of(int[] codes) {
        Codes held = new Codes(codes.length);
        held.limit = Integer.MAX_VALUE;
        held.ints = codes;
        held.size = codes.length;
        return held;
    }

    int size() {
        return size;
    }

    int get(int row) {
        return switch (limit) {
            case 1 -> 0;
            case ONE_BYTE -> bytes[row] & 0xff;
            case TWO_BYTES -> shorts[row] & 0xffff;
            default -> ints[row];
        };
    }

    void add(int code) {
        if (code >= limit || (limit > 1 && size == capacity())) {
            makeRoom(code);
        }
        switch (limit) {
            case 1 -> {}
            case ONE_BYTE -> bytes[size] = (byte) code;
            case TWO_BYTES -> shorts[size] = (short) code;
            default -> ints[size] = code;
        }
        size++;
    }

    /// Forgets all codes, not the room they had.
    void clear() {
        size = 0;
    }

    private int capacity() {
        return Math.max(bytes.length, Math.max(shorts.length, ints.length));
    }

    private void makeRoom(int code) {
        int capacity = size < capacity() ? capacity() : Math.max(expected, XportColumn.grown(size, size + 1));
        if (code < limit) {
            bytes = limit == ONE_BYTE ? Arrays.copyOf(bytes, capacity) : bytes;
            shorts = limit == TWO_BYTES ? Arrays.copyOf(shorts, capacity) : shorts;
            ints = limit > TWO_BYTES ? Arrays.copyOf(ints, capacity) : ints;
            return;
        }
        Codes wider = new Codes(expected);
        if (code < ONE_BYTE) {
            wider.limit = ONE_BYTE;
            wider.bytes = new byte[capacity];
        } else if (code < TWO_BYTES) {
            wider.limit = TWO_BYTES;
            wider.shorts = new short[capacity];
        } else {
            wider.limit = Integer.MAX_VALUE;
            wider.ints = new int[capacity];
        }
        for (int row = 0; row < size; row++) {
            wider.add(get(row));
        }
        limit = wider.limit;
        bytes = wider.bytes;
        shorts = wider.shorts;
        ints = wider.ints;
    }
}
