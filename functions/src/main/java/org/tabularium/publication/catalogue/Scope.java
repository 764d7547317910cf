package org.tabularium.publication.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which studies somebody may see.
///
/// @param names of studies
/// @param beginnings of names; an empty one is every study
public record Scope(Set<String> names, Set<String> beginnings) {

    /// Every study.
    public static final Scope ALL = new Scope(Set.of(), Set.of(""));

    public Scope {
        names = Set.copyOf(names);
        beginnings = Set.copyOf(beginnings);
    }

    /// Whether this study is among them.
    public boolean sees(String study) {
        return names.contains(study) || beginnings.stream().anyMatch(study::startsWith);
    }

    /// The names, and beginnings of names, that together are all studies of the scope whose names begin so: sorted, none
    /// within another.
    List<Range> ranges(String beginning) {
        TreeSet<String> open = new TreeSet<>();
        for (String own : beginnings) {
            if (own.startsWith(beginning)) {
                open.add(own);
            } else if (beginning.startsWith(own)) {
                open.add(beginning);
            }
        }
        List<Range> ranges = new ArrayList<>();
        for (String begin : open) {
            if (open.stream().noneMatch(o -> !o.equals(begin) && begin.startsWith(o))) {
                ranges.add(new Range(begin, false));
            }
        }
        for (String name : names) {
            if (name.startsWith(beginning) && open.stream().noneMatch(name::startsWith)) {
                ranges.add(new Range(name, true));
            }
        }
        ranges.sort((a, b) -> a.text.compareTo(b.text));
        return ranges;
    }

    /// A part of the scope.
    ///
    /// @param exact whether the text is a name, or what names begin with
    record Range(String text, boolean exact) {}
}
