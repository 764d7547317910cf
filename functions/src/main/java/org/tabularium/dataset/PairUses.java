package org.tabularium.dataset;

import java.util.Arrays;
import org.tabularium.dataset.dictionary.PackedCodes;

/// How many rows have each pair of the codes of two columns, and the first of them: what many questions about rows come down to,
/// which then need not look at rows.
public final class PairUses {

    /// More pairs are not counted: their counts would be as many as rows.
    private static final long MOST = 1 << 18;
    /// Rows looked at at once.
    private static final int BLOCK = 2_048;

    private final int seconds;
    private final int[] rows;
    private final int[] first;

    private PairUses(int firsts, int seconds) {
        this.seconds = seconds;
        this.rows = new int[firsts * seconds];
        this.first = new int[firsts * seconds];
        Arrays.fill(first, -1);
    }

    /// Whether there are few enough pairs to count.
    ///
    /// @param firsts how many codes the first column may have
    /// @param seconds how many the second may have
    static boolean areFew(int firsts, int seconds) {
        return (long) firsts * seconds <= MOST;
    }

    /// Counts the pairs of two columns of as many rows.
    ///
    /// @param firsts how many codes the first column may have
    /// @param seconds how many the second may have
    static PairUses of(PackedCodes one, int firsts, PackedCodes other, int seconds) {
        PairUses uses = new PairUses(firsts, seconds);
        int[] ones = new int[BLOCK];
        int[] others = new int[BLOCK];
        for (int from = 0; from < one.size(); from += BLOCK) {
            int count = Math.min(BLOCK, one.size() - from);
            one.copy(from, count, ones);
            other.copy(from, count, others);
            uses.add(from, count, ones, others);
        }
        return uses;
    }

    private void add(int from, int count, int[] ones, int[] others) {
        for (int i = 0; i < count; i++) {
            int pair = ones[i] * seconds + others[i];
            if (rows[pair]++ == 0) {
                first[pair] = from + i;
            }
        }
    }

    /// How many rows have a pair.
    public int rows(int one, int other) {
        return rows[one * seconds + other];
    }

    /// The first row that has a pair; −1 for none.
    public int first(int one, int other) {
        return first[one * seconds + other];
    }
}
