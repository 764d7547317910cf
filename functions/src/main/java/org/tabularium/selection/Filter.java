package org.tabularium.selection;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.TextColumn;
import org.tabularium.endpoint.toxicity.EventTerms;
import org.tabularium.endpoint.toxicity.RangeIndicator;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.shell.condition.Condition.Comparator;
import org.tabularium.shell.condition.Condition;
import org.tabularium.study.records.DeviationImportance;
import org.tabularium.study.settings.RelationWords;

/// A condition made ready for the rows of one dataset, with its clauses as data.
///
/// Text is compared without regard to letter case, numbers as numbers, dates written as `2025-08-31` as dates; grades are
/// understood in every spelling ([EventGrades]),
/// and the terms of AEACN and AEOUT in other words ([EventTerms]).
///
/// @param test whether a row satisfies it
/// @param clauses the condition as data; none for one that every row satisfies
public record Filter(IntPredicate test, Clauses clauses) {

    public static final Filter EVERYTHING = new Filter(row -> true, Clauses.NONE);

    public boolean test(int row) {
        return test.test(row);
    }

    /// Both.
    @SuppressWarnings("ReferenceEquality") // the one filter that every row passes
    public Filter and(Filter other) {
        if (this == EVERYTHING || other == EVERYTHING) {
            return this == EVERYTHING ? other : this;
        }
        return new Filter(test.and(other.test), joined(clauses, other.clauses));
    }

    /// Both; one of them where both say the same.
    public Filter andOnce(Filter other) {
        return clauses.equals(other.clauses) ? this : and(other);
    }

    /// Both.
    public static Clauses joined(Clauses first, Clauses second) {
        return first.and(second);
    }

    /// Makes a condition ready.
    ///
    /// @param condition null for everything
    /// @return empty where it needs a variable that neither the dataset nor ADSL has or that has no value at all
    ///     ([JoinedRecords#collected]); an `or` does without the
    ///     branches that do
    public static Optional<Filter> of(@Nullable Condition condition, JoinedRecords records) {
        return switch (condition) {
            case null -> Optional.of(EVERYTHING);
            case Condition.And and -> all(and.conditions(), records);
            case Condition.Or or -> any(or.conditions(), records);
            case Condition.Not not ->
                of(not.condition(), records).map(f -> new Filter(f.test.negate(), Clauses.of(new Clause.Not(f.clauses))));
            case Condition.Compare compare -> compare(compare, records);
            case Condition.Missing missing ->
                records.field(missing.variable())
                        .map(f -> new Filter(
                                row -> f.isMissing(row) == missing.missing(),
                                Clauses.of(new Clause.Missing(missing.variable(), missing.missing()))));
            case Condition.Named named -> named(named, records);
            case Condition.Term term -> TermFilter.of(term.name(), records);
        };
    }

    private static Optional<Filter> all(List<Condition> conditions, JoinedRecords records) {
        Filter joined = EVERYTHING;
        for (Condition condition : conditions) {
            Optional<Filter> filter = of(condition, records);
            if (filter.isEmpty()) {
                return filter;
            }
            joined = joined.and(filter.get());
        }
        return Optional.of(joined);
    }

    private static Optional<Filter> any(List<Condition> conditions, JoinedRecords records) {
        List<Filter> filters = conditions.stream().flatMap(c -> of(c, records).stream()).toList();
        if (filters.size() == 1) {
            return Optional.of(filters.getFirst());
        }
        Clauses clauses = Clauses.of(new Clause.Any(filters.stream().map(Filter::clauses).toList()));
        return filters.isEmpty()
                ? Optional.empty()
                : Optional.of(new Filter(row -> filters.stream().anyMatch(f -> f.test(row)), clauses));
    }

    private static Optional<Filter> compare(Condition.Compare compare, JoinedRecords records) {
        String variable = compare.variable();
        Clauses clauses = Clauses.of(new Clause.Compare(variable, compare.comparator(), compare.values()));
        if (EventGrades.FILTER_NAMES.contains(variable) && !records.isDerived(variable)) {
            EventGrades grades = EventGrades.of(records, variable);
            return grades.known()
                    ? Optional.of(new Filter(ValueComparison.ofGrades(compare, grades), clauses))
                    : Optional.empty();
        }
        Optional<BoundedValues> bounds = variable.equals("AVAL") ? BoundedValues.of(records) : Optional.empty();
        return records.collected(variable).map(field -> new Filter(field.numeric() && bounds.isPresent()
                ? ValueComparison.ofBounded(compare, field, bounds.get())
                : ValueComparison.of(compare, field), clauses));
    }

    private static Optional<Filter> named(Condition.Named named, JoinedRecords records) {
        Optional<JoinedColumn> field = records.collected(named.variable());
        if (named.set().equals("related")) {
            RelationWords relatedness = RelationWords.of(records.data().settings(), named.variable());
            return field.map(f -> new Filter(TextFilter.rows(f, relatedness::counts), related(relatedness, named.variable())));
        }
        if (named.set().equals("unrelated") && RelationWords.VARIABLES.contains(named.variable())) {
            RelationWords relatedness = RelationWords.of(records.data().settings(), named.variable());
            return field.filter(f -> !f.numeric()).map(f -> TextFilter.of(named.variable(), "NOT RELATED", f,
                    word -> relatedness.of(word) == RelationWords.Answer.UNRELATED));
        }
        Map<String, List<String>> sets = records.data().settings().values().getOrDefault(named.variable(), Map.of());
        Optional<RangeIndicator> side = RangeIndicator.named(named.set()).filter(known -> RangeIndicator.isIn(named.variable()));
        Optional<JoinedColumn> words = field.filter(f -> !f.numeric() && !sets.containsKey(named.set()));
        if (words.isPresent() && side.isPresent()) {
            return Optional.of(TextFilter.of(named.variable(), side.get().name(), words.get(),
                    text -> RangeIndicator.of(text).equals(side)));
        }
        if (words.isPresent() && named.set().equals(DeviationImportance.SET) && DeviationImportance.isIn(named.variable())) {
            return words.filter(f -> DeviationImportance.isSaid(((TextColumn) f.column()).dictionary()))
                    .map(f -> TextFilter.of(named.variable(), "MAJOR", f, DeviationImportance::isImportant));
        }
        Set<String> values = sets.getOrDefault(named.set(), List.of()).stream()
                .map(v -> v.strip().toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return field.map(f -> new Filter(TextFilter.rows(f, text -> values.contains(text.toUpperCase(Locale.ROOT))),
                Clauses.of(new Clause.Compare(named.variable(), Comparator.IN, values.stream().sorted().toList()))));
    }

    private static Clauses related(RelationWords relatedness, String variable) {
        Clauses listed = Clauses.of(new Clause.Compare(variable, Comparator.IN, relatedness.counted()));
        return relatedness.missingCounts() ? Clauses.of(new Clause.Any(List.of(listed, Clauses.missing(variable)))) : listed;
    }
}
