package org.tabularium.validation.rule;

import java.util.List;
import java.util.function.IntPredicate;
import org.tabularium.endpoint.toxicity.EventTerms;
import org.tabularium.endpoint.toxicity.Grade;

/// Which adverse events ended in death: the outcome is fatal, the event resulted in death, or its grade is 5.
public final class FatalEvents {

    private static final List<String> GRADES = List.of("ASTCTGR", "ATOXGR", "ATOXGRN", "AETOXGR", "AETOXGRN");

    private FatalEvents() {}

    /// The variables that tell.
    public static List<String> variables() {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of("AEOUT", "AESDTH"), GRADES.stream()).toList();
    }

    /// Whether the dataset can tell.
    public static boolean areKnown(ExaminedDataset events) {
        return variables().stream().anyMatch(variable -> events.column(variable).isPresent());
    }

    /// The rows of fatal events.
    public static IntPredicate of(ExaminedDataset events) {
        IntPredicate fatal = events.where("AEOUT", outcome -> EventTerms.counted("AEOUT", outcome).isPresent())
                .or(events.where("AESDTH", "Y"::equals));
        for (String variable : GRADES) {
            int[] grades = events.column(variable).map(Grade::of).orElse(new int[0]);
            if (grades.length > 0) {
                fatal = fatal.or(row -> grades[row] == Grade.FATAL);
            }
        }
        return fatal;
    }
}
