package org.tabularium.dataset;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntToDoubleFunction;
import org.tabularium.dataset.dictionary.PackedCodes;

/// Where the numbers of a column are: in memory, in few distinct ones, computed, or wherever else a format keeps them.
public interface StoredNumbers {

    double get(int row);

    /// The numbers of rows that follow each other.
    default void copy(int from, int count, double[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = get(from + i);
        }
    }

    /// The numbers of rows in any order.
    ///
    /// @param rows below 0 for none
    /// @param from which of `rows` is the first to look at
    /// @param to behind the last
    /// @param into takes the number of `rows[i]` at i; NaN where there is none
    default void copy(int[] rows, int from, int to, double[] into) {
        for (int i = from; i < to; i++) {
            into[i] = rows[i] < 0 ? Double.NaN : get(rows[i]);
        }
    }

    boolean isMissing(int row);

    /// The rows without a number.
    ///
    /// @param size how many rows there are
    default BitSet missing(int size) {
        BitSet missing = new BitSet(size);
        for (int row = 0; row < size; row++) {
            if (isMissing(row)) {
                missing.set(row);
            }
        }
        return missing;
    }

    /// No number has more decimals than these; [Integer#MAX_VALUE] where that would have to be looked for.
    default int mostDecimals() {
        return Integer.MAX_VALUE;
    }

    /// Whether a row may have no number; true where that would have to be looked for.
    default boolean mayBeMissing() {
        return true;
    }

    /// No number is larger in size; infinite where that would have to be looked for.
    default double bound() {
        return Double.POSITIVE_INFINITY;
    }

    /// Whether a number may be below 0; true where that would have to be looked for.
    default boolean mayBeNegative() {
        return true;
    }

    /// In memory, one a row.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Held(double[] values) implements StoredNumbers {
        @Override
        public double get(int row) {
            return values[row];
        }

        @Override
        public boolean isMissing(int row) {
            return Double.isNaN(values[row]);
        }
    }

    /// Few distinct ones, by code.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Coded(PackedCodes codes, double[] distinct) implements StoredNumbers {
        @Override
        public double get(int row) {
            return distinct[codes.get(row)];
        }

        @Override
        public void copy(int from, int count, double[] into) {
            for (int i = 0; i < count; i++) {
                into[i] = distinct[codes.get(from + i)];
            }
        }

        @Override
        public double bound() {
            double bound = 0;
            for (double number : distinct) {
                bound = Math.abs(number) > bound ? Math.abs(number) : bound;
            }
            return bound;
        }

        @Override
        public boolean isMissing(int row) {
            return Double.isNaN(get(row));
        }

        @Override
        public BitSet missing(int size) {
            boolean[] without = new boolean[distinct.length];
            for (int code = 0; code < without.length; code++) {
                without[code] = Double.isNaN(distinct[code]);
            }
            return codes.rows(without);
        }

        @Override
        public boolean mayBeMissing() {
            return Arrays.stream(distinct).anyMatch(Double::isNaN);
        }

        @Override
        public boolean mayBeNegative() {
            return Arrays.stream(distinct).anyMatch(number -> number < 0);
        }
    }

    /// Computed whenever somebody asks; NaN where there is none.
    record Computed(IntToDoubleFunction ofRow) implements StoredNumbers {
        @Override
        public double get(int row) {
            return ofRow.applyAsDouble(row);
        }

        @Override
        public boolean isMissing(int row) {
            return Double.isNaN(get(row));
        }
    }
}
