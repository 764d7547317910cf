package org.tabularium.statistic.sample;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A sample of values with few decimals in a narrow range, as measurements mostly are: each distinct value once, with how often
/// it is there. Values are counted, not sorted, and what is summed is each distinct one.
final class Tally implements Sample {

    /// Smaller samples are sorted as soon.
    private static final int FEWEST = 256;
    private static final double MOST_DECIMALS = 1000;
    /// Below it, a value times [#MOST_DECIMALS] is a whole number that a double holds.
    private static final double LARGEST = 1e12;
    /// A number below 2^51 to which this is added is rounded to a whole one, as `Math.rint` does, in code of any compiler.
    private static final double NO_FRACTION = 0x1.8p52;
    /// As many places a value may the counts have.
    private static final long PLACES = 4;

    /// Ascending.
    private final double[] distinct;
    private final int[] counts;
    /// How many values there are up to each distinct one.
    private final int[] upTo;

    private Tally(double[] distinct, int[] counts) {
        this.distinct = distinct;
        this.counts = counts;
        this.upTo = new int[counts.length];
        int before = 0;
        for (int i = 0; i < counts.length; i++) {
            before += counts[i];
            upTo[i] = before;
        }
    }

    /// Counts values.
    ///
    /// @param values in any order; is not changed
    /// @return null where the values are few, have more than three decimals, lie far apart, or are not all finite
    static @Nullable Tally of(double[] values) {
        if (values.length < FEWEST) {
            return null;
        }
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (!(Math.abs(value) < LARGEST)) {
                return null;
            }
            least = value < least ? value : least;
            most = value > most ? value : most;
        }
        Tally found = null;
        for (double scale = 1; found == null && scale <= MOST_DECIMALS; scale *= 10) {
            double first = whole(least, scale);
            double places = whole(most, scale) - first + 1;
            if (places > PLACES * values.length) {
                return null;
            }
            found = counted(values, scale, first, (int) places);
        }
        return found;
    }

    /// Counts values as whole numbers of a last decimal. What stands at a place is computed once; each value is compared with
    /// it.
    ///
    /// @param first the least, as such a number
    /// @return null where a value has more decimals
    private static @Nullable Tally counted(double[] values, double scale, double first, int places) {
        double[] distinct = new double[places];
        for (int place = 0; place < places; place++) {
            distinct[place] = (first + place) / scale;
        }
        int[] counts = new int[places];
        for (double value : values) {
            int place = (int) (whole(value, scale) - first);
            if (distinct[place] != value) {
                return null;
            }
            counts[place]++;
        }
        int found = 0;
        for (int place = 0; place < places; place++) {
            if (counts[place] > 0) {
                distinct[found] = distinct[place];
                counts[found++] = counts[place];
            }
        }
        return new Tally(Arrays.copyOf(distinct, found), Arrays.copyOf(counts, found));
    }

    private static double whole(double value, double scale) {
        return value * scale + NO_FRACTION - NO_FRACTION;
    }

    @Override
    public int size() {
        return upTo[upTo.length - 1];
    }

    @Override
    public double at(int rank) {
        int found = Arrays.binarySearch(upTo, rank + 1);
        return distinct[found >= 0 ? found : -found - 1];
    }

    @Override
    public void addTo(ExactSum sum) {
        for (int i = 0; i < distinct.length; i++) {
            sum.add(distinct[i], counts[i]);
        }
    }

    @Override
    public void addDeviations(double centre, ExactSum deviations, ExactSum squares) {
        for (int i = 0; i < distinct.length; i++) {
            double deviation = distinct[i] - centre;
            deviations.add(deviation, counts[i]);
            squares.add(deviation * deviation, counts[i]);
        }
    }
}
