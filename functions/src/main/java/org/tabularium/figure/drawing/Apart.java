package org.tabularium.figure.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Moves labels apart: each stays as near to its place as it can while none comes nearer to its neighbour than a gap (isotonic
/// regression by pooling adjacent violators).
public final class Apart {

    private Apart() {}

    /// Several labels that move together.
    private record Pool(double sum, int size) {
        double mean() {
            return sum / size;
        }
    }

    /// Where the labels stand, in the order in which they are given.
    ///
    /// @param wanted where they would like to stand
    /// @param gap between neighbours; less where the room is too small for it
    /// @param least the smallest place
    /// @param most the largest
    public static double[] by(double gap, double least, double most, double... wanted) {
        int n = wanted.length;
        double between = n > 1 ? Math.min(gap, (most - least) / (n - 1)) : gap;
        List<Integer> order = IntStream.range(0, n).boxed().sorted(Comparator.comparingDouble(i -> wanted[i])).toList();
        List<Pool> pools = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Pool pool = new Pool(wanted[order.get(i)] - i * between, 1);
            while (!pools.isEmpty() && pools.getLast().mean() > pool.mean()) {
                Pool last = pools.removeLast();
                pool = new Pool(last.sum + pool.sum, last.size + pool.size);
            }
            pools.add(pool);
        }
        double[] places = new double[n];
        int next = 0;
        for (Pool pool : pools) {
            for (int k = 0; k < pool.size; k++, next++) {
                double highest = most - (n - 1) * between;
                places[order.get(next)] = Math.max(least, Math.min(highest, pool.mean())) + next * between;
            }
        }
        return places;
    }
}
