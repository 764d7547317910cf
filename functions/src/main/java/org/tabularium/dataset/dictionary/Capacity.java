package org.tabularium.dataset.dictionary;

/// How much room an array that has become too small gets.
public final class Capacity {

    private Capacity() {}

    /// A capacity of at least `needed`, half as much again as before.
    public static int grown(int capacity, int needed) {
        return (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, capacity + (capacity >> 1) + 1_024L));
    }
}
