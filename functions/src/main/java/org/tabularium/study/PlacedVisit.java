package org.tabularium.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/// A scheduled visit with what tells where it lies among others.
///
/// @param number the least AVISITN of its records; NaN for none
/// @param baseline whether it is the baseline visit, by its name or its records
public record PlacedVisit(VisitName name, double number, boolean baseline) {

    private static final Comparator<PlacedVisit> BY_NUMBER = Comparator
            .comparingDouble((PlacedVisit visit) -> visit.name.order(visit.number, visit.baseline))
            .thenComparingDouble(visit -> visit.name.order(Double.NaN, visit.baseline))
            .thenComparing(visit -> !visit.baseline);

    /// Puts visits in order: by AVISITN; where none has one, and where several have the same, by the time that their names say,
    /// screening and baseline first. A visit without a number among others that have one stands before the first of these that
    /// by its name comes later, else at the end.
    ///
    /// @param placed what tells where a visit lies
    public static <V> List<V> inOrder(Collection<V> visits, Function<V, PlacedVisit> placed) {
        List<V> sorted = visits.stream().sorted(Comparator.comparing(placed, BY_NUMBER)).toList();
        List<V> ordered = new ArrayList<>(sorted.stream().filter(v -> placed.apply(v).isNumbered()).toList());
        if (ordered.isEmpty()) {
            return sorted;
        }
        for (V visit : sorted) {
            PlacedVisit own = placed.apply(visit);
            if (!own.isNumbered()) {
                OptionalInt later = IntStream.range(0, ordered.size())
                        .filter(i -> own.isBefore(placed.apply(ordered.get(i))))
                        .findFirst();
                ordered.add(later.orElse(ordered.size()), visit);
            }
        }
        return ordered;
    }

    private boolean isNumbered() {
        return !Double.isNaN(number);
    }

    /// Whether by the names this visit, which has no number, comes before the other. What only has a number lies after screening
    /// and baseline; when it is of other visits nobody knows.
    private boolean isBefore(PlacedVisit other) {
        double own = name.order(Double.NaN, baseline);
        double its = other.name.order(Double.NaN, other.baseline);
        return own < its && (baseline || name.isScreening() || its < Double.MAX_VALUE);
    }
}
