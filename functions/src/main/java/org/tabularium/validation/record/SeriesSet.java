package org.tabularium.validation.record;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/// A set of series: a subject's records of one parameter. A bit each where the series that there may be are few beside the rows,
/// else a number for each that is in it.
final class SeriesSet {

    /// As many series a row may there be for bits.
    private static final long MOST_A_ROW = 64;

    private final int parameters;
    private final boolean dense;
    private final BitSet bits = new BitSet();
    private final Set<Long> numbers = new HashSet<>();

    /// The empty set.
    ///
    /// @param subjects how many there are
    /// @param parameters how many there are
    /// @param rows of the dataset
    SeriesSet(int subjects, int parameters, int rows) {
        this.parameters = parameters;
        this.dense = (long) subjects * parameters <= Math.min(MOST_A_ROW * rows, Integer.MAX_VALUE - 1L);
    }

    void add(int subject, int parameter) {
        if (dense) {
            bits.set(subject * parameters + parameter);
        } else {
            numbers.add(number(subject, parameter));
        }
    }

    /// Never of a subject below 0.
    boolean contains(int subject, int parameter) {
        return subject >= 0
                && (dense ? bits.get(subject * parameters + parameter) : numbers.contains(number(subject, parameter)));
    }

    private long number(int subject, int parameter) {
        return (long) subject * parameters + parameter;
    }
}
