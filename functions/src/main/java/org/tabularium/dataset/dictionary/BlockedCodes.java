package org.tabularium.dataset.dictionary;

import java.util.Arrays;

/// Codes of a column of many distinct values, one a row, in blocks of rows. Of a block its least code is held once, and of each
/// row by how much its own is larger, in as few bits as the largest difference needs: none, 1, 2, 4, 8, 16 or 32.
///
/// Rows of a subject mostly follow each other, and codes are given in the order in which values come: then two bits a row do
/// for identifiers that would need twenty.
final class BlockedCodes {

    private static final int LOG_ROWS = 7;
    /// Rows of a block.
    private static final int ROWS = 1 << LOG_ROWS;
    private static final int LAST_ROW = ROWS - 1;
    /// Bits of a long, as a power of two.
    private static final int LOG_WORD = 6;
    /// Low bits of a head that say how many bits a row of the block has.
    private static final int KIND = 3;

    /// Of each whole block: its least code, then where its words begin, counted in pairs, then its kind: 0 where all codes
    /// are the same, else the bits of a row as a power of two, and one more.
    private long[] heads = {};
    private long[] words = {};
    private int filled;
    private int blocks;
    /// The rows behind the last whole block.
    private final int[] rest = new int[ROWS];
    private int restSize;

    int size() {
        return (blocks << LOG_ROWS) + restSize;
    }

    int get(int row) {
        int block = row >>> LOG_ROWS;
        if (block == blocks) {
            return rest[row & LAST_ROW];
        }
        long head = heads[block];
        int least = (int) (head >>> Integer.SIZE);
        int kind = kind(head);
        if (kind == 0) {
            return least;
        }
        int at = row & LAST_ROW;
        long word = words[first(head) + (at >>> (LOG_WORD + 1 - kind))];
        return least + (int) ((word >>> (at << (kind - 1))) & mask(kind));
    }

    private static int kind(long head) {
        return (int) head & ((1 << KIND) - 1);
    }

    private static int first(long head) {
        return ((int) head >>> KIND) << 1;
    }

    private static long mask(int kind) {
        return (1L << (1 << (kind - 1))) - 1;
    }

    /// Copies the codes of rows that follow each other.
    void copy(int from, int count, int[] into) {
        int done = 0;
        while (done < count) {
            int block = (from + done) >>> LOG_ROWS;
            int at = (from + done) & LAST_ROW;
            int some = Math.min(count - done, ROWS - at);
            if (block == blocks) {
                System.arraycopy(rest, at, into, done, some);
            } else {
                copy(heads[block], at, some, into, done);
            }
            done += some;
        }
    }

    private void copy(long head, int at, int count, int[] into, int place) {
        int least = (int) (head >>> Integer.SIZE);
        int kind = kind(head);
        if (kind == 0) {
            Arrays.fill(into, place, place + count, least);
            return;
        }
        long[] of = words;
        int first = first(head);
        int shift = LOG_WORD + 1 - kind;
        int bits = kind - 1;
        long low = mask(kind);
        for (int i = 0; i < count; i++) {
            int row = at + i;
            into[place + i] = least + (int) ((of[first + (row >>> shift)] >>> (row << bits)) & low);
        }
    }

    /// Appends codes.
    ///
    /// @param count how many of `codes` count
    void add(int[] codes, int count) {
        int done = 0;
        while (done < count) {
            int some = Math.min(count - done, ROWS - restSize);
            System.arraycopy(codes, done, rest, restSize, some);
            restSize += some;
            done += some;
            if (restSize == ROWS) {
                pack();
            }
        }
    }

    private void pack() {
        int least = rest[0];
        int most = least;
        for (int code : rest) {
            least = Math.min(least, code);
            most = Math.max(most, code);
        }
        int kind = 0;
        while (kind <= LOG_WORD && (kind == 0 ? most > least : most - least > mask(kind))) {
            kind++;
        }
        heads = blocks == heads.length ? Arrays.copyOf(heads, Capacity.grown(blocks, blocks + 1)) : heads;
        heads[blocks++] = ((long) least << Integer.SIZE) | Integer.toUnsignedLong(((filled >>> 1) << KIND) | kind);
        restSize = 0;
        if (kind > 0) {
            append(least, kind);
        }
    }

    private void append(int least, int kind) {
        int bits = 1 << (kind - 1);
        int needed = ROWS * bits / Long.SIZE;
        words = filled + needed > words.length ? Arrays.copyOf(words, Capacity.grown(words.length, filled + needed)) : words;
        int row = 0;
        for (int end = filled + needed; filled < end; filled++) {
            long word = 0;
            for (int at = 0; at < Long.SIZE; at += bits) {
                word |= (long) (rest[row++] - least) << at;
            }
            words[filled] = word;
        }
    }

    /// Whether these are the same codes, compared as they are held.
    boolean isLike(BlockedCodes other) {
        return size() == other.size() && Arrays.equals(heads, 0, blocks, other.heads, 0, blocks)
                && Arrays.equals(words, 0, filled, other.words, 0, filled)
                && Arrays.equals(rest, 0, restSize, other.rest, 0, restSize);
    }
}
