package org.tabularium.shell.condition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tabularium.shell.condition.Condition.Comparator;
import org.tabularium.shell.condition.Condition.Compare;

/// Whether conditions contradict each other whatever the data are. What it does not understand (named sets, terms, grades written
/// as words beside numbers) counts as
/// satisfiable, so that only what is certainly unmet is refused.
final class Unsatisfiable {

    /// Alternatives are tried up to this number of combinations; beyond, conditions count as satisfiable.
    private static final int MOST_COMBINATIONS = 1000;

    private int combinations;

    private Unsatisfiable() {}

    /// The variables that the conditions, all joined by `and`, contradict themselves on.
    ///
    /// @return empty where some record could satisfy them
    static Optional<Set<String>> variable(List<Condition> conditions) {
        return new Unsatisfiable().contradicted(new ArrayList<>(), new ArrayList<>(conditions));
    }

    /// @param simple comparisons that must hold
    /// @param open conditions still to be taken apart
    private Optional<Set<String>> contradicted(List<Condition> simple, List<Condition> open) {
        if (open.isEmpty()) {
            return ofSimple(simple);
        }
        Condition first = open.getFirst();
        List<Condition> rest = new ArrayList<>(open.subList(1, open.size()));
        return switch (first) {
            case Condition.And and -> {
                rest.addAll(0, and.conditions());
                yield contradicted(simple, rest);
            }
            case Condition.Or or -> ofAlternatives(or.conditions(), simple, rest);
            case Condition.Not not -> {
                rest.addFirst(negated(not.condition()));
                yield contradicted(simple, rest);
            }
            case Compare compare -> with(compare, simple, rest);
            case Condition.Missing missing -> with(missing, simple, rest);
            case Condition.Named named -> contradicted(simple, rest);
            case Condition.Term term -> contradicted(simple, rest);
        };
    }

    private Optional<Set<String>> with(Condition one, List<Condition> simple, List<Condition> rest) {
        List<Condition> more = new ArrayList<>(simple);
        more.add(one);
        return contradicted(more, rest);
    }

    private Optional<Set<String>> ofAlternatives(List<Condition> alternatives, List<Condition> simple, List<Condition> rest) {
        Set<String> all = new TreeSet<>();
        for (Condition alternative : alternatives) {
            List<Condition> open = new ArrayList<>(rest);
            open.addFirst(alternative);
            Optional<Set<String>> found = ++combinations > MOST_COMBINATIONS ? Optional.empty() : contradicted(simple, open);
            if (found.isEmpty()) {
                return found;
            }
            all.addAll(found.get());
        }
        return Optional.of(all);
    }

    /// What `not` makes of a condition. A comparison that `not` turns round is also met by a missing value, which restricts
    /// nothing else here.
    private static Condition negated(Condition condition) {
        return switch (condition) {
            case Condition.And and -> new Condition.Or(and.conditions().stream().<Condition>map(Condition.Not::new).toList());
            case Condition.Or or -> new Condition.And(or.conditions().stream().<Condition>map(Condition.Not::new).toList());
            case Condition.Not not -> not.condition();
            case Condition.Missing missing -> new Condition.Missing(missing.variable(), !missing.missing());
            case Compare(String variable, Comparator comparator, List<String> values) when comparator == Comparator.EQ ->
                new Compare(variable, Comparator.NOT_IN, values);
            case Compare(String variable, Comparator comparator, List<String> values) when comparator == Comparator.IN ->
                new Compare(variable, Comparator.NOT_IN, values);
            case Compare compare -> new Condition.And(List.of());
            case Condition.Named named -> new Condition.And(List.of());
            case Condition.Term term -> new Condition.And(List.of());
        };
    }

    private static Optional<Set<String>> ofSimple(List<Condition> conditions) {
        Map<String, Asked> byVariable = new TreeMap<>();
        for (Condition condition : conditions) {
            switch (condition) {
                case Compare compare -> byVariable.computeIfAbsent(compare.variable(), v -> new Asked()).add(compare);
                case Condition.Missing missing -> byVariable.computeIfAbsent(missing.variable(), v -> new Asked()).add(missing);
                case Condition.And and -> {}
                case Condition.Or or -> {}
                case Condition.Not not -> {}
                case Condition.Named named -> {}
                case Condition.Term term -> {}
            }
        }
        Set<String> unmet = new TreeSet<>();
        byVariable.forEach((variable, asked) -> {
            if (asked.isUnmet()) {
                unmet.add(variable);
            }
        });
        return unmet.isEmpty() ? Optional.empty() : Optional.of(unmet);
    }

    /// All that is asked of one variable.
    private static final class Asked {

        private final List<Compare> compares = new ArrayList<>();
        private boolean missing;
        private boolean present;

        void add(Compare compare) {
            compares.add(compare);
            present |= compare.comparator() != Comparator.NE && compare.comparator() != Comparator.NOT_IN;
        }

        void add(Condition.Missing condition) {
            missing |= condition.missing();
            present |= !condition.missing();
        }

        boolean isUnmet() {
            if (missing && present) {
                return true;
            }
            List<String> candidates = compares.stream()
                    .filter(c -> c.comparator() == Comparator.EQ || c.comparator() == Comparator.IN)
                    .findFirst()
                    .map(Compare::values)
                    .orElse(List.of());
            return candidates.isEmpty() ? isEmptyRange() : candidates.stream().noneMatch(this::isAllowed);
        }

        private boolean isAllowed(String candidate) {
            return compares.stream().allMatch(compare -> switch (compare.comparator()) {
                case EQ, IN -> compare.values().stream().anyMatch(value -> mayBeSame(candidate, value));
                case NE, NOT_IN -> compare.values().stream().noneMatch(value -> isSame(candidate, value));
                case LT, LE, GT, GE -> isWithin(candidate, compare);
            });
        }

        /// Two values of different kinds (a grade as a word and as a number) may mean the same.
        private static boolean mayBeSame(String one, String other) {
            return isSame(one, other) || (number(one).isPresent() != number(other).isPresent());
        }

        private static boolean isSame(String one, String other) {
            Optional<BigDecimal> a = number(one);
            Optional<BigDecimal> b = number(other);
            boolean numbers = a.isPresent() && b.isPresent();
            return numbers
                    ? a.get().compareTo(b.get()) == 0
                    : one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
        }

        private static boolean isWithin(String candidate, Compare compare) {
            Optional<BigDecimal> value = number(candidate);
            Optional<BigDecimal> limit = number(compare.values().getFirst());
            return value.isEmpty() || limit.isEmpty() || holds(compare.comparator(), value.get().compareTo(limit.get()));
        }

        private boolean isEmptyRange() {
            return compares.stream().anyMatch(lower -> isLower(lower.comparator()) && compares.stream()
                    .anyMatch(upper -> isUpper(upper.comparator()) && leaveNothing(lower, upper)));
        }

        private static boolean leaveNothing(Compare lower, Compare upper) {
            Optional<BigDecimal> from = number(lower.values().getFirst());
            Optional<BigDecimal> to = number(upper.values().getFirst());
            if (from.isEmpty() || to.isEmpty()) {
                return false;
            }
            int order = from.get().compareTo(to.get());
            boolean closed = lower.comparator() == Comparator.GE && upper.comparator() == Comparator.LE;
            return order > 0 || (order == 0 && !closed);
        }

        private static boolean isLower(Comparator comparator) {
            return comparator == Comparator.GT || comparator == Comparator.GE;
        }

        private static boolean isUpper(Comparator comparator) {
            return comparator == Comparator.LT || comparator == Comparator.LE;
        }

        private static boolean holds(Comparator comparator, int order) {
            return switch (comparator) {
                case EQ, IN -> order == 0;
                case NE, NOT_IN -> order != 0;
                case LT -> order < 0;
                case LE -> order <= 0;
                case GT -> order > 0;
                case GE -> order >= 0;
            };
        }

        /// A number, or a date as its day.
        private static Optional<BigDecimal> number(String text) {
            try {
                return Optional.of(new BigDecimal(text.strip()));
            } catch (NumberFormatException e) {
                try {
                    return Optional.of(BigDecimal.valueOf(LocalDate.parse(text.strip()).toEpochDay()));
                } catch (DateTimeParseException noDate) {
                    return Optional.empty();
                }
            }
        }
    }
}
