package org.tabularium.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.tabularium.dataset.TextColumn;
import org.tabularium.endpoint.toxicity.CellToxicity;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.shell.condition.Condition.Comparator;

/// Events by what they are: of a term, of a group ([EventGroup]) or of special interest.
public final class TermFilter {

    private TermFilter() {}

    /// Events of a term. A grade of 0 says that there was none.
    static Optional<Filter> of(String name, JoinedRecords records) {
        Filter reported = reported(name, records);
        if (reported.clauses().isEmpty()) {
            return Optional.empty();
        }
        EventGrades grades = EventGrades.of(records);
        boolean zeros = IntStream.range(0, records.size()).anyMatch(row -> grades.of(row) == 0);
        return Optional.of(new Filter(row -> grades.of(row) != 0 && reported.test(row),
                zeros ? Filter.joined(reported.clauses(), Clauses.of(Criterion.GRADE_NOT_ZERO)) : reported.clauses()));
    }

    /// Events reported as a term or as one of a group ([EventGroup]), whatever their grade; no event and no words where the
    /// dataset has no terms.
    public static Filter reported(String name, JoinedRecords records) {
        Optional<EventGroup> group = EventGroup.named(name, records.data().settings());
        if (name.equalsIgnoreCase(EventsOfInterest.ANY)) {
            return ofInterest(records);
        }
        if (group.isPresent()) {
            return ofGroup(group.get(), records);
        }
        Optional<CellToxicity> toxicity = CellToxicity.of(name).filter(known -> known.term().equalsIgnoreCase(name));
        Predicate<String> named = text -> name.equalsIgnoreCase(text)
                || (toxicity.isPresent() && CellToxicity.of(text).equals(toxicity));
        List<Filter> places = new ArrayList<>();
        for (String variable : termVariables(records)) {
            records.field(variable)
                    .filter(f -> !f.numeric())
                    .ifPresent(field -> places.add(TextFilter.of(variable, name, field, named)));
        }
        return places.isEmpty() ? new Filter(row -> false, Clauses.NONE) : anyOf(places);
    }

    /// Events of a group: the clauses name what makes it in the data, or the group where nothing does.
    private static Filter ofGroup(EventGroup group, JoinedRecords records) {
        Predicate<String> belongs = EventGroups.isMarked(group, records) ? group::isQuery : group::has;
        List<Filter> places = new ArrayList<>();
        for (String variable : EventGroups.places(group, records)) {
            JoinedColumn field = records.field(variable).filter(f -> !f.numeric()).orElse(null);
            if (field != null) {
                List<String> found = ((TextColumn) field.column()).dictionary().stream().map(String::strip).distinct()
                        .filter(belongs).sorted().toList();
                if (!found.isEmpty()) {
                    places.add(new Filter(TextFilter.byDictionary(field, belongs),
                            Clauses.of(new Clause.Compare(variable, Comparator.IN, found))));
                }
            }
        }
        return places.isEmpty()
                ? new Filter(row -> false, Clauses.of(Criterion.OF_EVENT_GROUP, group.name()))
                : anyOf(places);
    }

    /// Events of special interest.
    private static Filter ofInterest(JoinedRecords records) {
        List<Filter> filters = EventsOfInterest.named(records).stream().map(EventsOfInterest.Named::filter)
                .filter(filter -> !filter.clauses().isEmpty()).toList();
        return filters.isEmpty()
                ? new Filter(row -> false, Clauses.of(Criterion.OF_EVENT_GROUP, EventsOfInterest.ANY))
                : anyOf(filters);
    }

    private static Filter anyOf(List<Filter> places) {
        Clauses clauses = places.size() == 1
                ? places.getFirst().clauses()
                : Clauses.of(new Clause.Any(places.stream().map(Filter::clauses).toList()));
        return new Filter(row -> places.stream().anyMatch(p -> p.test(row)), clauses);
    }

    private static List<String> termVariables(JoinedRecords records) {
        List<String> variables = new ArrayList<>(List.of("AEDECOD"));
        records.dataset().columns().stream()
                .map(c -> c.variable().name())
                .filter(EventGroups::isGroup)
                .forEach(variables::add);
        return variables;
    }
}
