package org.tabularium.statistic.proportion;

/// The proportions of two groups, in one stratum or of all subjects.
///
/// @param group x₁ of n₁
/// @param reference x₂ of n₂
public record Pair(Proportion group, Proportion reference) {

    /// The 2 × 2 table: a row a group, with and without the property.
    public long[][] table() {
        return new long[][]{{group.count(), (long) group.n() - group.count()},
            {reference.count(), (long) reference.n() - reference.count()}};
    }

    /// n₁ + n₂.
    double total() {
        return (double) group.n() + reference.n();
    }

    /// Whether both groups have subjects.
    boolean hasBoth() {
        return group.n() > 0 && reference.n() > 0;
    }
}
