package org.tabularium.selection;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.tabularium.dataset.DatasetDates;
import org.tabularium.endpoint.toxicity.EventTerms;
import org.tabularium.endpoint.toxicity.Grade;
import org.tabularium.shell.condition.Condition.Comparator;
import org.tabularium.shell.condition.Condition;
import org.tabularium.statistic.Decimals;
import org.tabularium.study.records.BeyondLimit;

/// Whether the values of a column are what a condition compares them with: numbers as numbers, dates as dates, text without
/// regard to letter case.
public final class ValueComparison {

    private ValueComparison() {}

    static IntPredicate of(Condition.Compare compare, JoinedColumn field) {
        DatasetDates dates = DatasetDates.of(field.column());
        List<Optional<LocalDate>> days = compare.values().stream().map(ValueComparison::date).toList();
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
        return TextFilter.byDictionary(field, text -> holds(compare, text));
    }

    /// The same of values of which some have no number but a text that bounds it: "<1" is below 10, ">500" at least 50, and
    /// nobody knows whether "<20" is below 10, which counts as not meeting the condition.
    ///
    /// @param bounds what the texts say
    static IntPredicate ofBounded(Condition.Compare compare, JoinedColumn field, BoundedValues bounds) {
        IntPredicate byNumber = of(compare, field);
        List<Double> numbers = numbers(compare);
        return row -> byNumber.test(row) || (field.isMissing(row) && bounds.of(row)
                .filter(bound -> isSettled(compare.comparator(), numbers.getFirst(), bound)).isPresent());
    }

    private static boolean isSettled(Comparator comparator, double number, BeyondLimit.Bound bound) {
        if (Double.isNaN(number)) {
            return false;
        }
        int compared = compared(bound.number(), number);
        return switch (comparator) {
            case LT -> bound.below() && (bound.strict() ? compared <= 0 : compared < 0);
            case LE -> bound.below() && compared <= 0;
            case GT -> !bound.below() && (bound.strict() ? compared >= 0 : compared > 0);
            case GE -> !bound.below() && compared >= 0;
            case EQ, IN, NE, NOT_IN -> false;
        };
    }

    /// The same of grades, in every spelling.
    static IntPredicate ofGrades(Condition.Compare written, EventGrades grades) {
        List<String> values = written.values().stream()
                .map(v -> Grade.parse(v).stream().mapToObj(Integer::toString).findFirst().orElse(v))
                .toList();
        Comparator comparator = written.comparator();
        List<Double> numbers = numbers(new Condition.Compare(written.variable(), comparator, values));
        return row -> grades.of(row) == EventGrades.MISSING
                ? comparator == Comparator.NE || comparator == Comparator.NOT_IN
                : holds(comparator, numbers, grades.of(row));
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
}
