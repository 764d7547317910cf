package org.tabularium.selection;

import java.util.ArrayList;
import java.util.List;

/// Which events are of special interest in a study: some terms, then the groups of study.yaml, those of a cell therapy
/// ([EventGroup]) and the other queries that the data mark.
///
/// @param names of terms, groups and queries, in order
/// @param unknown groups of which it cannot be told which events are theirs
public record EventsOfInterest(List<String> names, List<String> unknown) {

    /// What stands for any of them where a shell names a term.
    public static final String ANY = "special-interest";

    /// Those of a study: in a cell therapy its toxicities before the groups.
    static EventsOfInterest of(JoinedRecords records) {
        return of(records, CellTherapy.is(records.data()) ? CellTherapy.TOXICITIES : List.of());
    }

    /// Those of a study, some terms before them.
    ///
    /// @param terms that come first
    public static EventsOfInterest of(JoinedRecords records, List<String> terms) {
        List<String> names = new ArrayList<>(terms);
        List<String> unknown = new ArrayList<>();
        List<EventGroup> groups = new ArrayList<>(EventGroup.declared(records.data().settings()));
        if (CellTherapy.is(records.data())) {
            groups.addAll(EventGroup.builtIn(records.data().settings()));
        }
        for (EventGroup group : groups) {
            if (!EventGroups.isKnown(group, records)) {
                unknown.add(group.name());
            } else if (names.stream().noneMatch(group.name()::equalsIgnoreCase)) {
                names.add(group.name());
            }
        }
        names.addAll(EventGroups.names(records, names));
        return new EventsOfInterest(List.copyOf(names), List.copyOf(unknown));
    }

    /// The names of those that each event may be of, with what tells it.
    public static List<Named> named(JoinedRecords records) {
        return of(records).names().stream().map(name -> new Named(name, TermFilter.reported(name, records))).toList();
    }

    /// One of them.
    ///
    /// @param filter its events
    public record Named(String name, Filter filter) {}
}
