package org.tabularium.study;

/// Which subject each row of a dataset belongs to. Looked up whenever somebody asks, by the row's identifier: nothing is held a
/// row.
@FunctionalInterface
public interface RowSubjects {

    /// The subject's row in ADSL, or [StudyData#UNKNOWN].
    int of(int row);

    /// The subjects of rows that follow each other.
    default void fill(int from, int count, int[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = of(from + i);
        }
    }

    /// Whether it is certain, without looking at any row, that every row has a subject in ADSL.
    default boolean areAllKnown() {
        return false;
    }
}
