package org.tabularium.study.records;

import java.util.Arrays;
import java.util.BitSet;

/// How many groups of subject, parameter and visit have a value, and in how many a flag marks one; whether it marks more than one
/// value of a series (a subject's values of one parameter).
///
/// A bit a group where the groups that there may be are few beside the rows, else one number a value, sorted at the end.
final class FlaggedGroups {

    /// As many groups a row may there be: then the bits take less room than a number a row, and are looked through sooner.
    private static final long MOST_A_ROW = 64;

    private final int visits;
    private final boolean dense;
    private final BitSet valued = new BitSet();
    private final BitSet flagged = new BitSet();
    private final BitSet flaggedSeries = new BitSet();
    private final long[] keys;
    private int count;
    private long groups;
    private long marked;
    private boolean several;
    private boolean twice;

    /// @param series how many there may be
    /// @param visits how many visits there may be, at least one
    /// @param rows how many values will come at most
    FlaggedGroups(long series, int visits, int rows) {
        this(visits, rows, series * visits <= Math.min(MOST_A_ROW * rows, Integer.MAX_VALUE - 1L));
    }

    /// @param dense whether each group has a bit
    FlaggedGroups(int visits, int rows, boolean dense) {
        this.visits = visits;
        this.dense = dense;
        this.keys = new long[dense ? 0 : rows];
    }

    /// A value.
    void add(long series, int visit, boolean isFlagged) {
        if (!dense) {
            keys[count++] = (series * visits + visit) * 2 + (isFlagged ? 1 : 0);
            return;
        }
        int group = (int) (series * visits + visit);
        valued.set(group);
        if (isFlagged) {
            twice |= flaggedSeries.get((int) series);
            flaggedSeries.set((int) series);
            flagged.set(group);
        }
    }

    /// Counts; ends the adding.
    void count() {
        if (dense) {
            countBits();
        } else {
            countKeys();
        }
    }

    private void countBits() {
        groups = valued.cardinality();
        marked = flagged.cardinality();
        int last = -1;
        for (int group = valued.nextSetBit(0); group >= 0 && !several; group = valued.nextSetBit(group + 1)) {
            several = group / visits == last;
            last = group / visits;
        }
    }

    private void countKeys() {
        Arrays.sort(keys, 0, count);
        long lastGroup = -1;
        long lastFlagged = -1;
        for (int i = 0; i < count; i++) {
            long group = keys[i] / 2;
            boolean isFlagged = keys[i] % 2 == 1;
            boolean first = group != lastGroup;
            several |= first && lastGroup >= 0 && group / visits == lastGroup / visits;
            groups += first ? 1 : 0;
            if (isFlagged) {
                twice |= lastFlagged >= 0 && lastFlagged / visits == group / visits;
                marked += group == lastFlagged ? 0 : 1;
                lastFlagged = group;
            }
            lastGroup = group;
        }
    }

    long groups() {
        return groups;
    }

    /// The groups in which a value is flagged.
    long marked() {
        return marked;
    }

    /// Whether the flag marks at most one value of each series, although there are series of several groups.
    boolean isOneASeries() {
        return several && !twice;
    }
}
