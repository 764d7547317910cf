package org.tabularium.statistic;

/// A statistic: its value at full precision, or why it has none.
public sealed interface Estimate {

    /// The value where there is one, else NaN: for callers that hand it on to a display which prints NaN as "NE".
    double orNaN();

    /// The value of a computation, or "not estimable" where it overflowed.
    ///
    /// @param value any double
    static Estimate of(double value) {
        return Double.isFinite(value) ? new Value(value) : new NotEstimable("the values are too large to compute with");
    }

    /// An estimate that exists.
    ///
    /// @param value a finite number (anything else throws); minus zero becomes zero
    record Value(double value) implements Estimate {
        public Value {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("an estimate must be finite, not " + value);
            }
            value += 0.0; // -0.0 + 0.0 is 0.0
        }

        @Override
        public double orNaN() {
            return value;
        }
    }

    /// An estimate that does not exist.
    ///
    /// @param reason why, in words for the reader of the table: "standard deviation needs at least two values"
    record NotEstimable(String reason) implements Estimate {
        @Override
        public double orNaN() {
            return Double.NaN;
        }
    }
}
