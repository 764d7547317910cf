package org.tabularium.publication.catalogue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.tabularium.publication.catalogue.Scope.Range;
import org.tabularium.store.ObjectStore;

/// The names of studies under one part of the catalogue, in order, as far as somebody may see them: names that are granted
/// are not
/// looked for, beginnings of names are listed, nothing else is.
final class StudyNames {

    private final ObjectStore reports;
    private final String base;
    private final String end;
    private final Deque<Range> ranges;
    private String after;

    /// @param base what the keys begin with
    /// @param end what they end with, after the name
    /// @param after the name after which to begin; empty for the first
    StudyNames(ObjectStore reports, String base, String end, List<Range> ranges, String after) {
        this.reports = reports;
        this.base = base;
        this.end = end;
        // In the order of the keys, where the end of a name counts.
        this.ranges = new ArrayDeque<>(
                ranges.stream().sorted(Comparator.comparing(r -> r.exact() ? r.text() + end : r.text())).toList());
        this.after = after;
    }

    /// The next names; none at the end. One call of the store at most.
    List<String> next(int limit) throws IOException {
        List<String> names = new ArrayList<>();
        while (names.size() < limit && !ranges.isEmpty()) {
            Range range = ranges.getFirst();
            if (range.exact()) {
                ranges.removeFirst();
                if (after.isEmpty() || (range.text() + end).compareTo(after + end) > 0) {
                    names.add(range.text());
                }
            } else if (names.isEmpty()) {
                List<String> keys = reports.keys(base + range.text(), after.isEmpty() ? "" : base + after + end, limit);
                keys.stream().filter(k -> k.endsWith(end)).map(k -> k.substring(base.length(), k.length() - end.length()))
                        .forEach(names::add);
                if (keys.size() < limit) {
                    ranges.removeFirst();
                }
                if (!names.isEmpty()) {
                    break;
                }
            } else {
                break;
            }
        }
        if (!names.isEmpty()) {
            after = names.getLast();
        }
        return names;
    }

    boolean ended() {
        return ranges.isEmpty();
    }
}
