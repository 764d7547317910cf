package org.tabularium.edition;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/// Which unknowns a system of sums gives away: linear equations with coefficients 1 and -1, solved modulo a large prime.
final class Sums {

    private static final long PRIME = (1L << 31) - 1;

    private final List<Sum> sums = new ArrayList<>();

    /// Parts that add up to a whole.
    record Sum(List<Integer> parts, int whole) {

        List<Integer> all() {
            List<Integer> all = new ArrayList<>(parts);
            all.add(whole);
            return all;
        }
    }

    void add(Sum sum) {
        sums.add(sum);
    }

    List<Sum> all() {
        return sums;
    }

    /// The unknowns that have but one value.
    ///
    /// @param unknown which numbers are not shown
    BitSet solved(BitSet unknown) {
        Map<Integer, Map<Integer, Long>> reduced = new HashMap<>();
        for (Sum sum : sums) {
            Map<Integer, Long> row = new HashMap<>();
            sum.parts().stream().filter(unknown::get).forEach(part -> add(row, part, 1));
            if (unknown.get(sum.whole())) {
                add(row, sum.whole(), PRIME - 1);
            }
            reduce(row, reduced);
            if (!row.isEmpty()) {
                insert(row, reduced);
            }
        }
        BitSet solved = new BitSet();
        reduced.forEach((pivot, row) -> {
            if (row.size() == 1) {
                solved.set(pivot);
            }
        });
        return solved;
    }

    private static void reduce(Map<Integer, Long> row, Map<Integer, Map<Integer, Long>> reduced) {
        for (Integer column : List.copyOf(row.keySet())) {
            Map<Integer, Long> other = reduced.get(column);
            Long factor = row.get(column);
            if (other != null && factor != null) {
                subtract(row, other, factor);
            }
        }
    }

    private static void insert(Map<Integer, Long> row, Map<Integer, Map<Integer, Long>> reduced) {
        Entry<Integer, Long> first = row.entrySet().iterator().next();
        int pivot = first.getKey();
        long inverse = power(first.getValue(), PRIME - 2);
        row.replaceAll((_, value) -> value * inverse % PRIME);
        for (Map<Integer, Long> other : reduced.values()) {
            Long factor = other.get(pivot);
            if (factor != null) {
                subtract(other, row, factor);
            }
        }
        reduced.put(pivot, row);
    }

    private static void subtract(Map<Integer, Long> from, Map<Integer, Long> row, long factor) {
        row.forEach((column, value) -> add(from, column, PRIME - factor * value % PRIME));
    }

    private static void add(Map<Integer, Long> row, int column, long value) {
        long sum = (row.getOrDefault(column, 0L) + value) % PRIME;
        if (sum == 0) {
            row.remove(column);
        } else {
            row.put(column, sum);
        }
    }

    private static long power(long base, long exponent) {
        long result = 1;
        long square = base;
        for (long rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result = result * square % PRIME;
            }
            square = square * square % PRIME;
        }
        return result;
    }
}
