package org.tabularium.render.html;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The sets of subjects behind a report's numbers, each written once.
///
/// A set is written as numbers of the list of subjects, `3 7–9`. What would make the page too long is left to `subjects.json`.
final class SubjectLists {

    /// What stands for a list that would make the page too long.
    static final int LEFT_OUT = -2;

    /// Letters of all lists together; a page of ten thousand subjects stays usable.
    private static final int MOST = 5_000_000;

    private final List<String> subjects;
    private final Map<BitSet, Integer> known = new HashMap<>();
    private final Map<Integer, String> written = new LinkedHashMap<>();
    private int letters;

    /// @param subjects their identifiers; empty where none is to be shown
    SubjectLists(List<String> subjects) {
        this.subjects = subjects;
    }

    boolean areShown() {
        return !subjects.isEmpty();
    }

    List<String> subjects() {
        return subjects;
    }

    /// The sets in the order in which they were met, by their numbers.
    Map<Integer, String> written() {
        return written;
    }

    /// The number of a set's list; [#LEFT_OUT] where it is not written, -1 where there is none.
    int of(BitSet set) {
        if (!areShown() || set.isEmpty()) {
            return -1;
        }
        return known.computeIfAbsent(set, s -> {
            String list = ranges(s);
            if (letters + list.length() > MOST) {
                return LEFT_OUT;
            }
            letters += list.length();
            written.put(written.size(), list);
            return written.size() - 1;
        });
    }

    /// Numbers from 1.
    private static String ranges(BitSet set) {
        StringBuilder ranges = new StringBuilder();
        for (int from = set.nextSetBit(0); from >= 0;) {
            int end = set.nextClearBit(from);
            ranges.append(ranges.isEmpty() ? "" : " ").append(from + 1);
            if (end - from > 1) {
                ranges.append(end - from == 2 ? " " : "–").append(end);
            }
            from = set.nextSetBit(end);
        }
        return ranges.toString();
    }
}
