package org.tabularium.result.obstacle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Records that do not tell which of them counts, or values that do not fit.
public sealed interface RecordObstacle extends Obstacle {

    /// Subjects had several treatments, and the records do not tell under which of them they are.
    ///
    /// @param periods variables with the treatments
    /// @param variable of the records, with their treatment
    /// @param dataset that does not have it
    record UnknownTreatments(List<String> periods, String variable, String dataset) implements RecordObstacle {
        @Override
        public boolean namesRemedy() {
            return true;
        }
    }

    /// Subjects had several treatments, and rows of this kind count each subject under one.
    ///
    /// @param periods variables with the treatments
    /// @param variable of the records, with their treatment
    record OneTreatmentOnly(List<String> periods, String variable) implements RecordObstacle {
        @Override
        public boolean namesRemedy() {
            return true;
        }
    }

    /// Subjects who changed their dose level.
    ///
    /// @param variable the arm's
    /// @param dataset of the events
    record SeveralDoseLevels(int subjects, String variable, String dataset) implements RecordObstacle {
        @Override
        public boolean namesRemedy() {
            return true;
        }
    }

    /// Several records of a subject at a visit.
    ///
    /// @param records some of them, by their rows
    /// @param more how many are not named
    /// @param choice what tells them apart
    record SeveralAtVisit(String dataset, String parameter, List<Pair> records, int more, Choice choice)
            implements
                RecordObstacle {
        @Override
        public boolean namesRemedy() {
            return true;
        }
    }

    /// Several records of a subject.
    ///
    /// @param records some of them, by their rows
    /// @param more how many are not named
    /// @param choice what tells them apart
    record SeveralOfSubject(String dataset, String parameter, List<Pair> records, int more, Choice choice)
            implements
                RecordObstacle {
        @Override
        public boolean namesRemedy() {
            return true;
        }
    }

    /// A parameter, by the study's name, in two datasets.
    record InTwoDatasets(String code, String first, String second) implements RecordObstacle {
        @Override
        public boolean namesRemedy() {
            return true;
        }
    }

    /// Several values of a variable that tells records of a parameter, by the study's name, apart.
    record SeveralValues(String code, String variable, List<String> levels) implements RecordObstacle {
        @Override
        public boolean namesRemedy() {
            return true;
        }
    }

    /// Two values at baseline.
    ///
    /// @param first row of the source
    /// @param second row of the source
    record TwoBaselines(String dataset, String variable, String parameter, long first, long second) implements RecordObstacle {}

    /// More different values than a table of levels can show.
    record TooManyLevels(String parameter, int most) implements RecordObstacle {}

    /// More different values at a visit than a table of categories can show.
    record TooManyCategories(String parameter, int values, String visit) implements RecordObstacle {}

    /// Values of a response, by the study's name, that are neither yes nor no.
    ///
    /// @param values some of them
    /// @param more whether there are others
    record NotYesOrNo(String code, List<String> values, boolean more) implements RecordObstacle {}

    /// Numbers of a parameter, by the study's name, that are codes of words.
    ///
    /// @param words with their codes
    record CodesOfWords(String code, List<String> words) implements RecordObstacle {}

    /// Two records.
    ///
    /// @param visit empty where they are of no visit
    /// @param first row of the source
    /// @param second row of the source
    record Pair(String visit, long first, long second) {}

    /// What tells several records of a subject at a visit apart.
    ///
    /// @param variable null where only a flag could
    /// @param level of the variable, for an example; where there is no variable another flag of analysis of the dataset, or empty
    /// @param conditions variables of the dataset that say how a value was taken, such as the position, and may tell the records
    ///     apart
    record Choice(@Nullable String variable, String level, List<String> conditions) {}
}
