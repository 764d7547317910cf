package org.tabularium.result.obstacle;

/// Why something that was asked for cannot be made of a study. `table.wording` makes the sentence.
public sealed interface Obstacle permits AbsenceObstacle, RecordObstacle, RowsObstacle {

    /// Whether the sentence names the line of study.yaml that would help, so that no other advice is needed.
    default boolean namesRemedy() {
        return false;
    }
}
