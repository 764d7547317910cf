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

    /// One value in so many may have to be looked up, or they follow no rule.
    private static final int SELDOM = 8;
    /// No more distinct values than these are told apart without a guess.
    private static final int FEW = 64;
    /// So many slots keep few values apart, nearly always.
    private static final int ROOMY = 1_024;

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
    /// How many low bits of a first long are not of the value: some where a value is shorter than a long.
    private final int spare;
    /// The longs of each entry, and its code.
    private long[] entryWords;
    private int[] codes = new int[16];
    /// Of each entry the one that followed it last.
    private int[] followers = new int[16];
    private int entries;
    /// Entry number + 1 by hash; 0 where the slot is free.
    private int[] slots = new int[32];
    private int last = -1;
    /// Of a value of one byte: its code + 1; 0 where it was not met.
    private final int[] ofByte;
    /// Whether values of one long were seen to follow no rule.
    private boolean random;

    /// A dictionary of the bytes of one field.
    ///
    /// @param position where a value begins in its row
    /// @param width its bytes, at least one
    public ByteDictionary(int position, int width, Values<X> values) {
        this.position = position;
        this.width = width;
        this.words = (width + Long.BYTES - 1) / Long.BYTES;
        this.spare = Long.SIZE - Byte.SIZE * Math.min(width, Long.BYTES);
        this.entryWords = new long[16 * words];
        this.values = values;
        this.ofByte = new int[width == 1 ? 1 << Byte.SIZE : 0];
    }

    /// Gives the codes of some rows' values. A value is often that of the row before, or the one that followed that the last time
    /// (visits, parameters), which is cheaper to see than to look up; where that was not so in the rows before, short values are
    /// looked up at once. One loop serves all widths: it is compiled once, however many columns there are.
    ///
    /// @param block whose buffer has at least eight bytes
    /// @param starts where each row begins in the block's buffer
    /// @param count how many of `starts` count
    /// @param into takes the codes
    public void encode(RowBlock block, int[] starts, int count, int[] into) throws X {
        if (width == 1) {
            encodeBytes(block, starts, count, into);
            return;
        }
        if (random) {
            encodeRandom(block, starts, count, into);
            return;
        }
        int looked = 0;
        byte[] buffer = block.buffer();
        int entry = last < 0 && count > 0 ? entry(block, starts[0]) : last;
        long head = entry < 0 ? 0 : entryWords[entry * words];
        long tail = entry < 0 ? 0 : entryWords[entry * words + words - 1];
        for (int i = 0; i < count; i++) {
            int from = starts[i] + position;
            long ownHead = head(buffer, from);
            long ownTail = words == 1 ? ownHead : word(buffer, from, words - 1);
            if (ownHead != head || ownTail != tail || (words > 2 && !isMiddle(entry, buffer, from))) {
                int before = entry;
                entry = followers[before];
                if (entryWords[entry * words] != ownHead || entryWords[entry * words + words - 1] != ownTail
                        || (words > 2 && !isMiddle(entry, buffer, from))) {
                    entry = entry(block, starts[i]);
                    followers[before] = entry;
                    looked++;
                }
                head = ownHead;
                tail = ownTail;
            }
            into[i] = codes[entry];
        }
        last = entry;
        random = words == 1 && looked > count / SELDOM && entries <= FEW;
        if (random && slots.length < ROOMY) {
            rehash(ROOMY);
        }
    }

    /// Flags of several letters, levels of a laboratory: few values in no order, of which nothing can be guessed. Each is looked
    /// up, without a branch that goes this way and that.
    private void encodeRandom(RowBlock block, int[] starts, int count, int[] into) throws X {
        byte[] buffer = block.buffer();
        int[] table = slots;
        long[] known = entryWords;
        int mask = table.length - 1;
        for (int i = 0; i < count; i++) {
            long own = head(buffer, starts[i] + position);
            int entry = table[(int) (mixed(0, own) >>> 32) & mask] - 1;
            if (entry < 0 || known[entry] != own) {
                entry = entry(block, starts[i]);
                table = slots;
                known = entryWords;
                mask = table.length - 1;
            }
            into[i] = codes[entry];
        }
        random = entries <= FEW;
    }

    /// Flags and grades, which often follow no rule that a processor could guess: a table tells the code without a branch.
    private void encodeBytes(RowBlock block, int[] starts, int count, int[] into) throws X {
        byte[] buffer = block.buffer();
        for (int i = 0; i < count; i++) {
            int from = starts[i] + position;
            int code = ofByte[buffer[from] & 0xff];
            if (code == 0) {
                code = values.code(buffer, from, block.number(starts[i])) + 1;
                ofByte[buffer[from] & 0xff] = code;
            }
            into[i] = code - 1;
        }
    }

    private int entry(RowBlock block, int start) throws X {
        byte[] buffer = block.buffer();
        int from = start + position;
        long head = head(buffer, from);
        long hash = mixed(0, head);
        for (int i = 1; i < words; i++) {
            hash = mixed(hash, word(buffer, from, i));
        }
        int slot = (int) (hash >>> 32) & (slots.length - 1);
        int entry = slots[slot] - 1;
        while (entry >= 0 && (entryWords[entry * words] != head || !isRest(entry, buffer, from))) {
            slot = (slot + 1) & (slots.length - 1);
            entry = slots[slot] - 1;
        }
        return entry >= 0 ? entry : add(buffer, from, slot, block.number(start));
    }

    /// The first eight bytes of a value, or all there are. Near the end of the buffer they are read from further ahead.
    private long head(byte[] buffer, int from) {
        int at = Math.min(from, buffer.length - Long.BYTES);
        return ((long) LONGS.get(buffer, at) << ((from - at) * Byte.SIZE)) >>> spare;
    }

    /// A long of a value of several, but the first.
    private long word(byte[] buffer, int from, int word) {
        return (long) LONGS.get(buffer, from + Math.min(word * Long.BYTES, width - Long.BYTES));
    }

    /// Whether a value is that of an entry but for its first and its last long.
    private boolean isMiddle(int entry, byte[] buffer, int from) {
        for (int i = 1; i < words - 1; i++) {
            if (entryWords[entry * words + i] != word(buffer, from, i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isRest(int entry, byte[] buffer, int from) {
        return words == 1 || (entryWords[entry * words + words - 1] == word(buffer, from, words - 1)
                && isMiddle(entry, buffer, from));
    }

    private static long mixed(long hash, long word) {
        long product = (hash ^ word) * 0x9e37_79b9_7f4a_7c15L;
        return product ^ (product >>> 32);
    }

    private int add(byte[] buffer, int from, int slot, long row) throws X {
        if (entries == codes.length) {
            codes = Arrays.copyOf(codes, entries * 2);
            followers = Arrays.copyOf(followers, entries * 2);
            entryWords = Arrays.copyOf(entryWords, entries * 2 * words);
        }
        codes[entries] = values.code(buffer, from, row);
        entryWords[entries * words] = head(buffer, from);
        for (int i = 1; i < words; i++) {
            entryWords[entries * words + i] = word(buffer, from, i);
        }
        slots[slot] = entries + 1;
        entries++;
        if (entries * 2 > slots.length) {
            rehash(slots.length * 2);
        }
        return entries - 1;
    }

    private void rehash(int size) {
        slots = new int[size];
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
}
