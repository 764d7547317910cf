package org.tabularium.edition;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The sets of subjects that the numbers of a report are of, each with a number of its own: equal sets are one, wherever they
/// stand. Numbers of events are such unknowns too, each for itself.
final class SubjectSets {

    /// No set: the cell is of none.
    static final int NONE = -1;

    private final Map<BitSet, Integer> numbers = new HashMap<>();
    private final List<BitSet> sets = new ArrayList<>();
    private final List<Long> sizes = new ArrayList<>();

    /// The number of a set.
    int of(BitSet subjects) {
        Integer known = numbers.get(subjects);
        if (known != null) {
            return known;
        }
        numbers.put(subjects, sets.size());
        sets.add(subjects);
        sizes.add((long) subjects.cardinality());
        return sets.size() - 1;
    }

    /// A number that is of no set: of events, or of a cell that nobody can tell to be nobody's or everybody's.
    int ofNumber(long number) {
        sets.add(new BitSet());
        sizes.add(number);
        return sets.size() - 1;
    }

    /// The number of a set that is there; [#NONE] for another.
    int find(BitSet subjects) {
        return numbers.getOrDefault(subjects, NONE);
    }

    BitSet subjects(int set) {
        return sets.get(set);
    }

    long size(int set) {
        return sizes.get(set);
    }

    int count() {
        return sets.size();
    }
}
