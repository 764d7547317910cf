package org.tabularium.selection;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.dataset.TextColumn;
import org.tabularium.endpoint.toxicity.CellToxicity;
import org.tabularium.endpoint.toxicity.EventTerms;
import org.tabularium.endpoint.toxicity.Grade;
import org.tabularium.endpoint.toxicity.RangeIndicator;
import org.tabularium.result.Clause;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.shell.condition.Condition.Comparator;
import org.tabularium.shell.condition.Condition;
import org.tabularium.statistic.Decimals;
import org.tabularium.study.records.DeviationImportance;

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
            case Condition.Term term -> term(term.name(), records);
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
            return grades.known() ? Optional.of(new Filter(gradeTest(compare, grades), clauses)) : Optional.empty();
        }
        return records.collected(variable).map(field -> new Filter(test(compare, field), clauses));
    }

    private static IntPredicate gradeTest(Condition.Compare written, EventGrades grades) {
        List<String> values = written.values().stream()
                .map(v -> Grade.parse(v).stream().mapToObj(Integer::toString).findFirst().orElse(v))
                .toList();
        Comparator comparator = written.comparator();
        List<Double> numbers = numbers(new Condition.Compare(written.variable(), comparator, values));
        return row -> grades.of(row) == EventGrades.MISSING
                ? comparator == Comparator.NE || comparator == Comparator.NOT_IN
                : holds(comparator, numbers, grades.of(row));
    }

    private static IntPredicate test(Condition.Compare compare, JoinedColumn field) {
        DatasetDates dates = DatasetDates.of(field.column());
        List<Optional<LocalDate>> days = compare.values().stream().map(Filter::date).toList();
        if (dates.holdsDates() && days.stream().allMatch(Optional::isPresent)) {
            return dateTest(compare.comparator(), field, dates, days.stream().map(Optional::orElseThrow).toList());
        }
        if (field.numeric()) {
            List<Double> numbers = numbers(compare);
            return row -> {
                double value = field.number(row);
                return Double.isNaN(value)
                        ? compare.comparator() == Comparator.NE || compare.comparator() == Comparator.NOT_IN
                        : holds(compare.comparator(), numbers, value);
            };
        }
        return byDictionary(field, text -> holds(compare, text));
    }

    /// Compares complete dates, of SAS dates and of text alike; a partial date counts as missing.
    private static IntPredicate dateTest(Comparator comparator, JoinedColumn field, DatasetDates dates, List<LocalDate> days) {
        List<Double> numbers = days.stream().map(d -> (double) d.toEpochDay()).toList();
        return row -> {
            int at = field.at(row);
            int day = at < 0 ? DatasetDates.ABSENT : dates.epochDay(at);
            return day == DatasetDates.ABSENT
                    ? comparator == Comparator.NE || comparator == Comparator.NOT_IN
                    : holds(comparator, numbers, day);
        };
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// Tests each distinct value once instead of each row.
    private static IntPredicate byDictionary(JoinedColumn field, Predicate<String> test) {
        TextColumn column = (TextColumn) field.column();
        boolean[] passes = new boolean[column.dictionary().size()];
        for (int code = 0; code < passes.length; code++) {
            passes[code] = test.test(column.dictionary().get(code).strip());
        }
        if (field.via() == null) {
            return new CodedPredicate(column, passes);
        }
        boolean passesMissing = test.test("");
        return row -> {
            int at = field.at(row);
            return at < 0 ? passesMissing : passes[column.code(at)];
        };
    }

    private static boolean holds(Condition.Compare compare, String text) {
        Optional<String> term = EventTerms.counted(compare.variable(), text);
        boolean listed = compare.values().stream()
                .anyMatch(value -> isSame(text, value) || term.filter(value::equalsIgnoreCase).isPresent());
        return switch (compare.comparator()) {
            case EQ, IN -> listed;
            case NE, NOT_IN -> !listed;
            case LT, LE, GT, GE -> {
                Optional<Double> number = number(text);
                yield number.isPresent() && holds(compare.comparator(), numbers(compare), number.get());
            }
        };
    }

    /// Whether two texts are the same but for letter case and for signs that a keyboard lacks: "≥65" and ">=65".
    public static boolean isSame(String one, String other) {
        return one.equalsIgnoreCase(other) || typed(one).equalsIgnoreCase(typed(other));
    }

    private static String typed(String text) {
        return text.replace("\u2265", ">=").replace("\u2264", "<=").replace('\u2013', '-').replace('\u2212', '-')
                .replace('\u00a0', ' ').strip();
    }

    private static List<Double> numbers(Condition.Compare compare) {
        return compare.values().stream().map(v -> number(v).orElse(Double.NaN)).toList();
    }

    /// Numbers are compared as decimals ([Decimals#compare]), so that 1.2 − 0.9 is 0.3 and not below it. What is no number is
    /// neither less nor greater.
    private static boolean holds(Comparator comparator, List<Double> numbers, double value) {
        double first = numbers.getFirst();
        boolean known = !Double.isNaN(first);
        return switch (comparator) {
            case EQ, IN -> numbers.stream().anyMatch(number -> compared(value, number) == 0);
            case NE, NOT_IN -> numbers.stream().noneMatch(number -> compared(value, number) == 0);
            case LT -> known && compared(value, first) < 0;
            case LE -> known && compared(value, first) <= 0;
            case GT -> known && compared(value, first) > 0;
            case GE -> known && compared(value, first) >= 0;
        };
    }

    private static int compared(double value, double number) {
        return Double.isFinite(value) && Double.isFinite(number)
                ? Decimals.compare(value, number)
                : Double.compare(value, number);
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Filter> named(Condition.Named named, JoinedRecords records) {
        Optional<JoinedColumn> field = records.collected(named.variable());
        if (named.set().equals("related")) {
            Relatedness relatedness = Relatedness.of(records.data().settings(), named.variable());
            return field.map(f -> new Filter(byText(f, relatedness::counts), relatedness.clauses(named.variable())));
        }
        if (named.set().equals("unrelated") && Relatedness.VARIABLES.contains(named.variable())) {
            Relatedness relatedness = Relatedness.of(records.data().settings(), named.variable());
            return field.filter(f -> !f.numeric()).map(f -> spelled(named.variable(), "NOT RELATED", f,
                    word -> relatedness.of(word) == Relatedness.Answer.UNRELATED));
        }
        Map<String, List<String>> sets = records.data().settings().values().getOrDefault(named.variable(), Map.of());
        Optional<RangeIndicator> side = RangeIndicator.named(named.set()).filter(known -> RangeIndicator.isIn(named.variable()));
        Optional<JoinedColumn> words = field.filter(f -> !f.numeric() && !sets.containsKey(named.set()));
        if (words.isPresent() && side.isPresent()) {
            return Optional.of(spelled(named.variable(), side.get().name(), words.get(),
                    text -> RangeIndicator.of(text).equals(side)));
        }
        if (words.isPresent() && named.set().equals(DeviationImportance.SET) && DeviationImportance.isIn(named.variable())) {
            return words.filter(f -> DeviationImportance.isSaid(((TextColumn) f.column()).dictionary()))
                    .map(f -> spelled(named.variable(), "MAJOR", f, DeviationImportance::isImportant));
        }
        Set<String> values = sets.getOrDefault(named.set(), List.of()).stream()
                .map(v -> v.strip().toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return field.map(f -> new Filter(byText(f, text -> values.contains(text.toUpperCase(Locale.ROOT))),
                Clauses.of(new Clause.Compare(named.variable(), Comparator.IN, values.stream().sorted().toList()))));
    }

    /// Records with a word of some meaning, in whatever spellings the data have.
    ///
    /// @param usual the word that stands for it where the data have no other
    private static Filter spelled(String variable, String usual, JoinedColumn field, Predicate<String> means) {
        List<String> found = ((TextColumn) field.column()).dictionary().stream().map(String::strip).distinct().filter(means)
                .sorted().toList();
        return new Filter(byDictionary(field, means), found.stream().allMatch(usual::equalsIgnoreCase)
                ? Clauses.equal(variable, usual)
                : Clauses.of(new Clause.Compare(variable, Comparator.IN, found)));
    }

    /// Tests the text of each row, of numbers as a person writes them.
    private static IntPredicate byText(JoinedColumn field, Predicate<String> test) {
        return field.numeric() ? row -> test.test(field.text(row)) : byDictionary(field, test);
    }

    /// Events of a term. A grade of 0 says that there was none.
    private static Optional<Filter> term(String name, JoinedRecords records) {
        Filter reported = ofTerm(name, records);
        if (reported.clauses.isEmpty()) {
            return Optional.empty();
        }
        EventGrades grades = EventGrades.of(records);
        boolean zeros = IntStream.range(0, records.size()).anyMatch(row -> grades.of(row) == 0);
        return Optional.of(new Filter(row -> grades.of(row) != 0 && reported.test(row),
                zeros ? joined(reported.clauses, Clauses.of(Criterion.GRADE_NOT_ZERO)) : reported.clauses));
    }

    /// Events reported as a term or as one of a group ([EventGroup]), whatever their grade; no event and no words where the
    /// dataset has no terms.
    public static Filter ofTerm(String name, JoinedRecords records) {
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
                    .ifPresent(field -> places.add(spelled(variable, name, field, named)));
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
                    places.add(new Filter(byDictionary(field, belongs),
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
                .filter(filter -> !filter.clauses.isEmpty()).toList();
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
