package org.tabularium.dataset.dictionary;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The distinct values of a variable of fixed length: bytes in, code out.
///
/// An open hash table over the bytes as they lie in the file. What a value means, and whether two that differ in bytes (in their
/// filling, say) are one, is told
/// once for each by [Values].
///
/// @param <X> what is thrown of a value that is none
public final class ByteDictionary<X extends Exception> {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /// Gives codes to values that were not there before.
    @FunctionalInterface
    public interface Values<X extends Exception> {

        /// The code of the value that begins at `from`.
        ///
        /// @param row for messages
        int code(byte[] buffer, int from, long row) throws X;
    }

    private final int position;
    private final int width;
    private final Values<X> values;

    /// How many longs make a value. The last one ends where the value does, and overlaps the one before where its length is no
    /// multiple of eight.
    private final int words;
    /// The longs of each entry, and its code.
    private long[] entryWords;
    private int[] codes = new int[16];
    private int entries;
    /// Entry number + 1 by hash; 0 where the slot is free.
    private int[] slots = new int[32];
    private int last = -1;
    /// Entry number + 1 by value, where a value is one byte; 0 where it was not met yet.
    private final int[] entryOfByte;

    /// A dictionary of the bytes of one field.
    ///
    /// @param position where a value begins in its row
    /// @param width its bytes
    public ByteDictionary(int position, int width, Values<X> values) {
        this.position = position;
        this.width = width;
        this.words = (width + Long.BYTES - 1) / Long.BYTES;
        this.entryWords = new long[16 * words];
        this.values = values;
        this.entryOfByte = new int[width == 1 ? 1 << Byte.SIZE : 0];
    }

    /// Gives the codes of some rows' values. Values of up to 16 bytes, which most are, have loops of their own.
    ///
    /// @param starts where each row begins in the block's buffer
    /// @param count how many of `starts` count
    /// @param into takes the codes
    public void encode(RowBlock block, int[] starts, int count, int[] into) throws X {
        switch (width == 1 ? 0 : words) {
            case 0 -> encodeBytes(block, starts, count, into);
            case 1 -> encodeOne(block, starts, count, into);
            case 2 -> encodeTwo(block, starts, count, into);
            default -> encodeMany(block, starts, count, into);
        }
    }

    /// Values of one byte (flags, grades) are their own places in a table.
    private void encodeBytes(RowBlock block, int[] starts, int count, int[] into) throws X {
        byte[] buffer = block.buffer();
        for (int i = 0; i < count; i++) {
            int from = starts[i] + position;
            int place = buffer[from] & 0xff;
            if (entryOfByte[place] == 0) {
                codes = entries == codes.length ? Arrays.copyOf(codes, entries * 2) : codes;
                codes[entries] = values.code(buffer, from, block.number(starts[i]));
                entryOfByte[place] = ++entries;
            }
            into[i] = codes[entryOfByte[place] - 1];
        }
    }

    private void encodeOne(RowBlock block, int[] starts, int count, int[] into) throws X {
        byte[] buffer = block.buffer();
        for (int i = 0; i < count; i++) {
            int from = starts[i] + position;
            long value = word(buffer, from, 0);
            int slot = (int) (mixed(0, value) >>> 32) & (slots.length - 1);
            while (slots[slot] != 0 && entryWords[slots[slot] - 1] != value) {
                slot = (slot + 1) & (slots.length - 1);
            }
            int entry = slots[slot] != 0 ? slots[slot] - 1 : add(buffer, from, slot, block.number(starts[i]));
            into[i] = codes[entry];
        }
    }

    /// Mostly identifiers and arms, which are often those of the row before.
    private void encodeTwo(RowBlock block, int[] starts, int count, int[] into) throws X {
        byte[] buffer = block.buffer();
        long firstBefore = 0;
        long secondBefore = 0;
        for (int i = 0; i < count; i++) {
            int from = starts[i] + position;
            long first = (long) LONGS.get(buffer, from);
            long second = (long) LONGS.get(buffer, from + width - Long.BYTES);
            if (i > 0 && first == firstBefore && second == secondBefore) {
                into[i] = into[i - 1];
                continue;
            }
            firstBefore = first;
            secondBefore = second;
            int slot = (int) (mixed(mixed(0, first), second) >>> 32) & (slots.length - 1);
            int entry = slots[slot] - 1;
            while (entry >= 0 && (entryWords[2 * entry] != first || entryWords[2 * entry + 1] != second)) {
                slot = (slot + 1) & (slots.length - 1);
                entry = slots[slot] - 1;
            }
            entry = entry >= 0 ? entry : add(buffer, from, slot, block.number(starts[i]));
            into[i] = codes[entry];
        }
    }

    /// Long values are often those of the row before, which is cheaper to see than to look up.
    private void encodeMany(RowBlock block, int[] starts, int count, int[] into) throws X {
        byte[] buffer = block.buffer();
        for (int i = 0; i < count; i++) {
            int from = starts[i] + position;
            if (last < 0 || !same(last, buffer, from)) {
                last = entry(buffer, from, block.number(starts[i]));
            }
            into[i] = codes[last];
        }
    }

    private int entry(byte[] buffer, int from, long row) throws X {
        int slot = hash(buffer, from) & (slots.length - 1);
        while (slots[slot] != 0) {
            if (same(slots[slot] - 1, buffer, from)) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return add(buffer, from, slot, row);
    }

    private long word(byte[] buffer, int from, int word) {
        if (width < Long.BYTES) {
            return from + Long.BYTES <= buffer.length
                    ? (long) LONGS.get(buffer, from) >>> (Long.SIZE - Byte.SIZE * width)
                    : bytes(buffer, from, width);
        }
        return (long) LONGS.get(buffer, from + Math.min(word * Long.BYTES, width - Long.BYTES));
    }

    private boolean same(int entry, byte[] buffer, int from) {
        int at = entry * words;
        for (int i = 0; i < words; i++) {
            if (entryWords[at + i] != word(buffer, from, i)) {
                return false;
            }
        }
        return true;
    }

    private int hash(byte[] buffer, int from) {
        long hash = 0;
        for (int i = 0; i < words; i++) {
            hash = mixed(hash, word(buffer, from, i));
        }
        return (int) (hash >>> 32);
    }

    private static long mixed(long hash, long word) {
        long product = (hash ^ word) * 0x9e37_79b9_7f4a_7c15L;
        return product ^ (product >>> 32);
    }

    private int add(byte[] buffer, int from, int slot, long row) throws X {
        if (entries == codes.length) {
            codes = Arrays.copyOf(codes, entries * 2);
            entryWords = Arrays.copyOf(entryWords, entries * 2 * words);
        }
        codes[entries] = values.code(buffer, from, row);
        for (int i = 0; i < words; i++) {
            entryWords[entries * words + i] = word(buffer, from, i);
        }
        slots[slot] = entries + 1;
        entries++;
        if (entries * 2 > slots.length) {
            rehash();
        }
        return entries - 1;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int entry = 0; entry < entries; entry++) {
            long hash = 0;
            for (int i = 0; i < words; i++) {
                hash = mixed(hash, entryWords[entry * words + i]);
            }
            int slot = (int) (hash >>> 32) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = entry + 1;
        }
    }

    /// Up to eight bytes as the low bytes of a long.
    private static long bytes(byte[] buffer, int from, int length) {
        long bytes = 0;
        for (int i = from; i < from + length; i++) {
            bytes = (bytes << 8) | (buffer[i] & 0xff);
        }
        return bytes;
    }
}
