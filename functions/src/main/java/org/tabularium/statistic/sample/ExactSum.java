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

    /// The sum of all terms, but for what `low` and the parts hold.
    private double high;
    /// What was lost of `high`, but for what the parts hold.
    private double low;
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

    /// Adds a term. Two doubles hold most sums exactly (D. E. Knuth's sum and its error, twice); what both lose goes to the
    /// parts.
    public void add(double term) {
        double sum = high + term;
        double lost = error(high, term, sum);
        double rest = low + lost;
        double part = error(low, lost, rest);
        high = sum;
        low = rest;
        if (part != 0) {
            addPart(part);
        }
    }

    /// What a sum of two doubles lost by rounding.
    private static double error(double one, double other, double sum) {
        double second = sum - one;
        return (one - (sum - second)) + (other - second);
    }

    private void addPart(double term) {
        double most = term;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            double larger = Math.abs(most) < Math.abs(parts[i]) ? parts[i] : most;
            double smaller = Math.abs(most) < Math.abs(parts[i]) ? most : parts[i];
            most = larger + smaller;
            double less = smaller - (most - larger);
            if (less != 0) {
                parts[kept++] = less;
            }
        }
        if (kept == parts.length) {
            parts = Arrays.copyOf(parts, 2 * kept);
        }
        parts[kept] = most;
        size = kept + 1;
    }

    /// Makes all of the sum parts.
    private void gather() {
        double less = low;
        double most = high;
        low = 0;
        high = 0;
        addPart(less);
        addPart(most);
    }

    /// The sum, correctly rounded (ties to even).
    public double value() {
        gather();
        int i = size - 1;
        double most = parts[i];
        double less = 0;
        while (i > 0 && less == 0) {
            double sum = most + parts[--i];
            less = parts[i] - (sum - most);
            most = sum;
        }
        // An exact half in `less` was rounded to even; what lies below it decides the true direction.
        if (i > 0 && less != 0 && Math.signum(less) == Math.signum(parts[i - 1])) {
            double twice = 2 * less;
            double up = most + twice;
            if (up - most == twice) {
                return up;
            }
        }
        return most;
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
