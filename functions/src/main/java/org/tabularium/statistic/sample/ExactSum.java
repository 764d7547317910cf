package org.tabularium.statistic.sample;

import java.util.Arrays;

/// The exact sum of doubles, rounded once when it is asked for; so it does not depend on the order of the terms.
///
/// The sum is kept as a list of doubles that do not overlap, smallest first, whose exact sum is the sum of all terms (J. R.
/// Shewchuk, Adaptive precision
/// floating-point arithmetic and fast robust geometric predicates, 1997). The list is short: seldom more than three for clinical
/// data, 40 at the very most.
/// A sum that overflows, or has an infinite term, is NaN or infinite.
public final class ExactSum {

    private double[] parts = new double[8];
    private int size;

    /// Adds a term as often as `times` says: the product in two doubles, which are exactly it together.
    ///
    /// @param times positive
    public void add(double term, int times) {
        if (times == 1) {
            add(term);
            return;
        }
        double product = term * times;
        add(product);
        add(Math.fma(term, times, -product));
    }

    /// Adds a term.
    public void add(double term) {
        double high = term;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            double larger = Math.abs(high) < Math.abs(parts[i]) ? parts[i] : high;
            double smaller = Math.abs(high) < Math.abs(parts[i]) ? high : parts[i];
            high = larger + smaller;
            double low = smaller - (high - larger);
            if (low != 0) {
                parts[kept++] = low;
            }
        }
        if (kept == parts.length) {
            parts = Arrays.copyOf(parts, 2 * kept);
        }
        parts[kept] = high;
        size = kept + 1;
    }

    /// The sum, correctly rounded (ties to even).
    public double value() {
        if (size == 0) {
            return 0;
        }
        int i = size - 1;
        double high = parts[i];
        double low = 0;
        while (i > 0 && low == 0) {
            double sum = high + parts[--i];
            low = parts[i] - (sum - high);
            high = sum;
        }
        // An exact half in `low` was rounded to even; what lies below it decides the true direction.
        if (i > 0 && low != 0 && Math.signum(low) == Math.signum(parts[i - 1])) {
            double twice = 2 * low;
            double up = high + twice;
            if (up - high == twice) {
                return up;
            }
        }
        return high;
    }

    /// The sum divided by a count, correct to the last bit but for rarest near-ties.
    ///
    /// @param count positive
    public double dividedBy(int count) {
        double sum = value();
        ExactSum rest = new ExactSum();
        for (int i = 0; i < size; i++) {
            rest.add(parts[i]);
        }
        rest.add(-sum);
        double quotient = sum / count;
        double remainder = Math.fma(-quotient, count, sum) + rest.value();
        return quotient + remainder / count;
    }
}
