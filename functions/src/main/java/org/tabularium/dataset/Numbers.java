package org.tabularium.dataset;

import java.util.BitSet;
import java.util.function.IntToDoubleFunction;

/// Where the numbers of a column are.
sealed interface Numbers {

    double get(int row);

    boolean isMissing(int row);

    /// In memory, one a row.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Held(double[] values) implements Numbers {
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
    record Coded(Codes codes, double[] distinct) implements Numbers {
        @Override
        public double get(int row) {
            return distinct[codes.get(row)];
        }

        @Override
        public boolean isMissing(int row) {
            return Double.isNaN(get(row));
        }
    }

    /// Computed whenever somebody asks; NaN where there is none.
    record Computed(IntToDoubleFunction ofRow) implements Numbers {
        @Override
        public double get(int row) {
            return ofRow.applyAsDouble(row);
        }

        @Override
        public boolean isMissing(int row) {
            return Double.isNaN(get(row));
        }
    }

    /// In the file; whether a row has one is known without looking there.
    record Mapped(MappedNumbers numbers, BitSet missing) implements Numbers {
        @Override
        public double get(int row) {
            return numbers.get(row);
        }

        @Override
        public boolean isMissing(int row) {
            return missing.get(row);
        }
    }
}
