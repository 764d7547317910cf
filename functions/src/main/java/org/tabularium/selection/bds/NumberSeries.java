package org.tabularium.selection.bds;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.DecimalNumbers;
import org.tabularium.dataset.Missing;

/// Numbers that come one block after the other, one a subject: plainly, or of a large study in as few bits as their decimals need
/// ([DecimalNumbers]), as long as they have few. What comes back is the same to the last bit.
final class NumberSeries {

    private final int size;
    private int filled;
    /// Null once there is one that is none of few decimals, or where numbers are held plainly from the first.
    private @Nullable DecimalNumbers decimals;
    private double[] plain;

    /// No numbers yet.
    ///
    /// @param size how many will come
    /// @param small whether they are to be held in little room
    NumberSeries(int size, boolean small) {
        this.size = size;
        this.decimals = small ? new DecimalNumbers(size) : null;
        this.plain = new double[small ? 0 : size];
    }

    /// Appends numbers; NaN for none, of whatever kind.
    ///
    /// @param numbers in which missing ones are made of one kind
    /// @param count how many of `numbers` count
    void add(double[] numbers, int count) {
        for (int i = 0; i < count; i++) {
            numbers[i] = Double.isNaN(numbers[i]) ? Missing.DOT : numbers[i];
        }
        if (decimals != null && !decimals.add(numbers, count)) {
            plain = new double[size];
            decimals.copy(0, filled, plain);
            decimals = null;
        }
        if (decimals == null) {
            System.arraycopy(numbers, 0, plain, filled, count);
        }
        filled += count;
    }

    int size() {
        return size;
    }

    /// Whether it is known how many decimals they have.
    boolean areDecimals() {
        return decimals != null;
    }

    /// How many decimals they have at most, where that is known.
    int decimals() {
        return decimals == null ? Integer.MAX_VALUE : decimals.mostDecimals();
    }

    double get(int subject) {
        return decimals == null ? plain[subject] : decimals.get(subject);
    }

    /// All numbers; not to be written to.
    double[] all() {
        if (decimals == null) {
            return plain;
        }
        double[] all = new double[size];
        decimals.copy(0, size, all);
        return all;
    }

    /// Those of some subjects, without missing ones.
    double[] of(int[] subjects) {
        double[] found = new double[subjects.length];
        int count = 0;
        for (int subject : subjects) {
            double value = get(subject);
            if (!Double.isNaN(value)) {
                found[count++] = value;
            }
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
    }
}
