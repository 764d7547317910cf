package org.tabularium.dataset.dictionary;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Dictionary codes, one a row, in as few bits as the largest needs: none while all are 0, then 1, 2, 4, 8, 16 or 32, so that
/// none lies in two words. Those of texts that are more than a byte tells apart are [BlockedCodes].
public final class PackedCodes {

    /// Bits of an int, as a power of two.
    private static final int WHOLE = 5;
    private static final int NONE = -1;
    /// For so many rows room is made at first, whatever is expected: codes grow mostly among the first, and room for all would
    /// be made anew each time.
    private static final int FIRST = 1 << 16;
    /// Rows packed anew at once.
    private static final int BLOCK = 2_048;

    /// Bits of a byte, as a power of two: codes of texts that need more are held in blocks.
    private static final int BYTE = 3;

    private final int expected;
    private final boolean ofTexts;
    private @Nullable BlockedCodes blocked;
    private int size;
    /// Bits of a code, as a power of two; [#NONE] where all are 0.
    private int log = NONE;
    /// Which word a row is in: the row without this many low bits.
    private int rowsShift = Integer.SIZE - 1;
    private long mask;
    private long[] words = {0};

    /// No codes yet.
    ///
    /// @param expected how many rows will come, where that is known; 0 where it is not
    public PackedCodes(int expected) {
        this(expected, false);
    }

    private PackedCodes(int expected, boolean ofTexts) {
        this.expected = expected;
        this.ofTexts = ofTexts;
    }

    /// No codes yet, for those of texts: of many distinct ones, such as identifiers, rows that follow each other have codes that
    /// lie close together.
    ///
    /// @param expected how many rows will come, where that is known; 0 where it is not
    public static PackedCodes ofTexts(int expected) {
        return new PackedCodes(expected, true);
    }

    /// These codes of texts.
    public static PackedCodes of(int[] codes) {
        PackedCodes held = ofTexts(codes.length);
        held.add(codes, codes.length);
        return held;
    }

    public int size() {
        return size;
    }

    public int get(int row) {
        if (blocked != null) {
            return blocked.get(row);
        }
        return (int) (words[row >>> rowsShift] >>> offset(row) & mask);
    }

    /// Copies the codes of rows that follow each other.
    public void copy(int from, int count, int[] into) {
        if (blocked != null) {
            blocked.copy(from, count, into);
            return;
        }
        if (log == NONE) {
            Arrays.fill(into, 0, count, 0);
            return;
        }
        long[] of = words;
        int shift = rowsShift;
        int bits = log;
        long low = mask;
        for (int i = 0; i < count; i++) {
            int row = from + i;
            into[i] = (int) (of[row >>> shift] >>> (row << bits) & low);
        }
    }

    /// Whether all codes are certainly 0.
    public boolean isZero() {
        return log == NONE && blocked == null;
    }

    /// Whether the codes are 0, 1, 2 and so on.
    public boolean isCounting() {
        int[] block = new int[Math.min(size, BLOCK)];
        for (int from = 0; from < size; from += BLOCK) {
            int count = Math.min(BLOCK, size - from);
            copy(from, count, block);
            for (int i = 0; i < count; i++) {
                if (block[i] != from + i) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Whether these are the same codes, compared as they are held: false also where the same ones are held otherwise.
    public boolean isLike(PackedCodes other) {
        if (blocked != null && other.blocked != null) {
            return blocked.isLike(other.blocked);
        }
        if (blocked != null || other.blocked != null || size != other.size || log != other.log) {
            return false;
        }
        int used = log == NONE || size == 0 ? 0 : ((size - 1) >>> rowsShift) + 1;
        return Arrays.equals(words, 0, used, other.words, 0, used);
    }

    /// The rows whose codes pass.
    ///
    /// @param passes by code
    public BitSet rows(boolean[] passes) {
        // Numbers in place of branches, which random codes would mislead.
        byte[] ones = new byte[passes.length];
        for (int code = 0; code < passes.length; code++) {
            ones[code] = (byte) (passes[code] ? 1 : 0);
        }
        long[] bits = new long[(int) ((size + Long.SIZE - 1L) / Long.SIZE)];
        int[] block = new int[BLOCK];
        for (int from = 0; from < size; from += BLOCK) {
            int count = Math.min(BLOCK, size - from);
            copy(from, count, block);
            for (int start = 0; start < count; start += Long.SIZE) {
                int end = Math.min(start + Long.SIZE, count);
                long word = 0;
                for (int i = start; i < end; i++) {
                    word |= (long) ones[block[i]] << i;
                }
                bits[(from + start) / Long.SIZE] = word;
            }
        }
        return BitSet.valueOf(bits);
    }

    /// Appends codes.
    ///
    /// @param count how many of `codes` count
    public void add(int[] codes, int count) {
        if (blocked != null) {
            blocked.add(codes, count);
            size += count;
            return;
        }
        if (log != NONE && (size + count - 1L) >>> rowsShift >= words.length) {
            makeRoom(0, count);
        }
        int largest = log == NONE ? bits(codes, count) : append(size, codes, count);
        if (largest > mask && ofTexts && largest >>> (1 << BYTE) > 0) {
            blocked = inBlocks();
            blocked.add(codes, count);
            log = NONE;
            words = new long[]{0};
        } else if (largest > mask) {
            makeRoom(largest, count); // without what was appended, of which some does not fit
            append(size, codes, count);
        }
        size += count;
    }

    private BlockedCodes inBlocks() {
        BlockedCodes made = new BlockedCodes();
        int[] block = new int[Math.min(size, BLOCK)];
        for (int from = 0; from < size; from += BLOCK) {
            int some = Math.min(BLOCK, size - from);
            copy(from, some, block);
            made.add(block, some);
        }
        return made;
    }

    /// The largest code, or somewhat more, but of as many bits.
    private static int bits(int[] codes, int count) {
        int bits = 0;
        for (int i = 0; i < count; i++) {
            bits |= codes[i];
        }
        return bits;
    }

    /// Word by word: each is written once, with all codes that go into it. Codes before `from` stay as they are, also where those
    /// appended are too large.
    ///
    /// @return the largest code, or somewhat more, but of as many bits
    private int append(int from, int[] codes, int count) {
        int bits = 1 << log;
        int next = 0;
        int largest = 0;
        while (next < count) {
            int row = from + next;
            int end = Math.min(count, next + (1 << rowsShift) - (row & ((1 << rowsShift) - 1)));
            long word = words[row >>> rowsShift];
            for (int at = offset(row); next < end; at += bits) {
                int code = codes[next++];
                largest |= code;
                word |= (long) code << at;
            }
            words[row >>> rowsShift] = word;
        }
        return largest;
    }

    /// A shift counts modulo 64, so that only the place within the word remains.
    private int offset(int row) {
        return row << Math.max(log, 0);
    }

    private int room(int rows) {
        if (rows > expected) {
            return Capacity.grown(size, rows);
        }
        return rows <= FIRST ? Math.min(FIRST, expected) : expected;
    }

    /// Makes room for more codes, or for larger ones.
    private void makeRoom(int largest, int count) {
        PackedCodes old = new PackedCodes(0);
        old.log = log;
        old.rowsShift = rowsShift;
        old.mask = mask;
        old.words = words;
        int rows = room(size + count);
        while (largest > mask && log < WHOLE) {
            log++;
            mask = (1L << (1 << log)) - 1;
        }
        rowsShift = Integer.numberOfTrailingZeros(Long.SIZE) - log;
        words = new long[(int) ((rows - 1L) >>> rowsShift) + 1];
        int before = old.log == NONE ? 0 : size;
        int[] block = new int[Math.min(before, BLOCK)];
        for (int from = 0; from < before; from += BLOCK) {
            int some = Math.min(BLOCK, before - from);
            old.copy(from, some, block);
            append(from, block, some);
        }
    }
}
