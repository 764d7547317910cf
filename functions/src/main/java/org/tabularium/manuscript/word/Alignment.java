package org.tabularium.manuscript.word;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/// Which items of a list are those of an earlier one: the longest common subsequence of equal items, then, between these, that of
/// items of the same name.
final class Alignment {

    /// A place in both lists.
    ///
    /// @param before −1 for an item that is new
    /// @param after −1 for one that is gone
    record Pair(int before, int after) {}

    /// Comparing more pairs than this takes too long; then items are compared one by one.
    private static final long MOST = 4_000_000;

    private Alignment() {}

    /// The pairs in the order of the later list; what is gone stands where it was.
    static <T> List<Pair> of(List<T> before, List<T> after, BiPredicate<T, T> equal, BiPredicate<T, T> sameName) {
        List<Pair> pairs = new ArrayList<>();
        int b = 0;
        int a = 0;
        for (Pair same : common(before, after, 0, before.size(), 0, after.size(), equal)) {
            between(before, after, b, same.before(), a, same.after(), sameName, pairs);
            pairs.add(same);
            b = same.before() + 1;
            a = same.after() + 1;
        }
        between(before, after, b, before.size(), a, after.size(), sameName, pairs);
        return pairs;
    }

    private static <T> void between(List<T> before, List<T> after, int b, int bEnd, int a, int aEnd, BiPredicate<T, T> sameName,
            List<Pair> pairs) {
        int old = b;
        int now = a;
        for (Pair named : common(before, after, b, bEnd, a, aEnd, sameName)) {
            unmatched(old, named.before(), now, named.after(), pairs);
            pairs.add(named);
            old = named.before() + 1;
            now = named.after() + 1;
        }
        unmatched(old, bEnd, now, aEnd, pairs);
    }

    private static void unmatched(int b, int bEnd, int a, int aEnd, List<Pair> pairs) {
        for (int old = b; old < bEnd; old++) {
            pairs.add(new Pair(old, -1));
        }
        for (int now = a; now < aEnd; now++) {
            pairs.add(new Pair(-1, now));
        }
    }

    private static <T> List<Pair> common(List<T> before, List<T> after, int b, int bEnd, int a, int aEnd,
            BiPredicate<T, T> equal) {
        List<Pair> pairs = new ArrayList<>();
        int from = 0;
        while (b + from < bEnd && a + from < aEnd && equal.test(before.get(b + from), after.get(a + from))) {
            pairs.add(new Pair(b + from, a + from));
            from++;
        }
        int tail = 0;
        while (bEnd - tail > b + from && aEnd - tail > a + from
                && equal.test(before.get(bEnd - tail - 1), after.get(aEnd - tail - 1))) {
            tail++;
        }
        int rows = bEnd - tail - b - from;
        int columns = aEnd - tail - a - from;
        if ((long) rows * columns <= MOST) {
            longest(before, after, b + from, rows, a + from, columns, equal, pairs);
        }
        for (int i = tail; i > 0; i--) {
            pairs.add(new Pair(bEnd - i, aEnd - i));
        }
        return pairs;
    }

    private static <T> void longest(List<T> before, List<T> after, int b, int rows, int a, int columns, BiPredicate<T, T> equal,
            List<Pair> pairs) {
        int[][] length = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                length[i][j] = equal.test(before.get(b + i), after.get(a + j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            if (equal.test(before.get(b + i), after.get(a + j))) {
                pairs.add(new Pair(b + i, a + j));
                i++;
                j++;
            } else if (length[i + 1][j] >= length[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }
}
