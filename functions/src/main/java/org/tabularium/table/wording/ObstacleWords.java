package org.tabularium.table.wording;

import java.util.Optional;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.result.obstacle.Obstacle;
import org.tabularium.result.obstacle.RecordObstacle;
import org.tabularium.result.obstacle.RowsObstacle;
import org.tabularium.result.obstacle.StudyYamlAdvice;

/// Why a table, or a part of one, was not made. These sentences are for the person who asked for it: they name variables, files
/// and the lines of study.yaml.
public final class ObstacleWords {

    private ObstacleWords() {}

    /// The reason, without a full stop.
    public static String of(Obstacle obstacle) {
        return switch (obstacle) {
            case AbsenceObstacle absence -> AbsenceWords.of(absence);
            case RecordObstacle records -> RecordObstacleWords.of(records);
            case RowsObstacle rows -> RowsObstacleWords.of(rows);
        };
    }

    /// The reason with the line of study.yaml that would help.
    public static String of(Obstacle obstacle, Optional<StudyYamlAdvice> advice) {
        return advice.map(line -> of(obstacle) + "; " + AdviceWords.of(line)).orElseGet(() -> of(obstacle));
    }
}
