package org.tabularium.selection.disposition;

import java.util.BitSet;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.study.StudyData;

/// Subjects by the level of a variable of ADSL that they have.
public final class SubjectLevels {

    private SubjectLevels() {}

    /// Those of some subjects.
    ///
    /// @return in the order in which tables show the levels; without subjects who have none; empty where ADSL lacks the variable
    public static Map<String, BitSet> of(StudyData data, String variable, BitSet among) {
        JoinedRecords subjects = JoinedRecords.ofSubjects(data);
        Optional<JoinedColumn> column = subjects.field(variable);
        if (column.isEmpty()) {
            return Map.of();
        }
        JoinedColumn of = column.get();
        Map<String, BitSet> levels = new TreeMap<>(subjects.levelOrder(variable, of));
        among.stream().filter(subject -> !of.isMissing(subject))
                .forEach(subject -> levels.computeIfAbsent(of.text(subject), level -> new BitSet()).set(subject));
        return Collections.unmodifiableMap(levels);
    }
}
