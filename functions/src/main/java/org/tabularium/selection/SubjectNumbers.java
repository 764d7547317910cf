package org.tabularium.selection;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.tabularium.dataset.Column;
import org.tabularium.study.StudyData;
import org.tabularium.study.ValueText;

/// Which variable of ADSL tells readers one subject from another.
public final class SubjectNumbers {

    private static final String SHORT = "SUBJID";
    private static final String UNIQUE = "USUBJID";

    private SubjectNumbers() {}

    /// SUBJID where every subject but screen failures has one of its own; else USUBJID, as where each site counts its subjects
    /// from 1.
    public static String variable(StudyData data) {
        return data.once(Found.class, "", () -> new Found(find(data))).variable();
    }

    private record Found(String variable) {}

    private static String find(StudyData data) {
        BitSet failures = ScreenFailures.of(data.adsl());
        return data.adsl().column(SHORT)
                .filter(column -> tellsApart(column, IntStream.range(0, data.subjectCount()).filter(s -> !failures.get(s))))
                .isPresent() ? SHORT : UNIQUE;
    }

    private static boolean tellsApart(Column column, IntStream subjects) {
        Set<String> seen = new HashSet<>();
        return subjects.mapToObj(subject -> ValueText.text(column, subject))
                .allMatch(text -> !text.isEmpty() && seen.add(text));
    }

    /// The variable in place of SUBJID where that does not tell subjects apart; any other as it is.
    public static String apart(StudyData data, String variable) {
        return variable.equals(SHORT) ? variable(data) : variable;
    }
}
