package org.tabularium.analysis.event;

import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import org.tabularium.result.Clauses;
import org.tabularium.result.RowLabel;

/// By what the rows below a row are: each subject counts in that of the worst of its records.
sealed interface WorstLevels permits WorstGrades, GreatestLevels {

    /// The subjects of each row to be shown, by its name, in order.
    Map<String, BitSet> rows(BitSet records);

    /// The names of all rows that some of the records may give.
    Set<String> names(BitSet records);

    /// What makes those of a row.
    Clauses clauses(String name);

    /// How many of the rows before it hold what it counts: it stands below them.
    default int depth(String name) {
        return 0;
    }

    /// What a row is called.
    RowLabel label(String name);
}
