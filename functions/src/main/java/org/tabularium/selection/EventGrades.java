package org.tabularium.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.endpoint.toxicity.AstctGrades;
import org.tabularium.endpoint.toxicity.Grade;
import org.tabularium.study.ValueText;

/// The grade of each adverse event: ASTCTGR, else ATOXGR or ATOXGRN, else AETOXGR or AETOXGRN, whichever the row has first. A value that is no
/// grade from 0 to 5 counts as missing (validation warns of it).
public final class EventGrades {

    /// Where a grade is looked for, in this order.
    public static final List<String> VARIABLES = AstctGrades.GRADES;

    /// What has to be read: those, what a missing one is derived from, and the severity, which stands in where there are none.
    public static final List<String> READ = Stream.of(VARIABLES, AstctGrades.VARIABLES, List.of("AESEV")).flatMap(List::stream)
            .toList();

    /// The names under which a filter may ask for the grade.
    public static final Set<String> FILTER_NAMES = Set.of("ATOXGR", "ATOXGRN", "AETOXGR", "AETOXGRN");

    public static final int MISSING = -1;

    private final int[] grade;
    private final boolean known;

    private EventGrades(int[] grade, boolean known) {
        this.grade = grade;
        this.known = known;
    }

    public static EventGrades of(JoinedRecords records) {
        int[] grade = new int[records.size()];
        Arrays.fill(grade, MISSING);
        boolean there = false;
        boolean graded = false;
        for (String variable : VARIABLES.reversed()) {
            Optional<Column> column = records.dataset().column(variable);
            if (column.isPresent()) {
                there = true;
                int[] found = Grade.of(column.get());
                for (int row = 0; row < grade.length; row++) {
                    grade[row] = found[row] == MISSING ? grade[row] : found[row];
                    graded |= found[row] != MISSING;
                }
            }
        }
        boolean severities = records.size() > 0 && records.collected("AESEV").isPresent();
        return new EventGrades(grade, graded || (there && !severities));
    }

    /// What a table says of grades that were not delivered but derived, and of those that could not be.
    public static List<String> remarks(JoinedRecords records, BitSet events) {
        List<String> remarks = new ArrayList<>();
        records.dataset().column(AstctGrades.DERIVED).ifPresent(column -> {
            long derived = events.stream().filter(row -> ValueText.text(column, row).equals("Y")).count();
            long missing = events.stream().filter(row -> ValueText.text(column, row).equals("N")).count();
            if (derived > 0) {
                remarks.add((derived == 1
                        ? "The grade of 1 event is derived from its components"
                        : "The grades of " + derived + " events are derived from their components")
                        + " by the ASTCT consensus (Lee 2019).");
            }
            if (missing > 0) {
                remarks.add(missing + (missing == 1 ? " event has" : " events have")
                        + " no ASTCT grade for want of a component.");
            }
        });
        return remarks;
    }

    /// Whether the dataset has grades: a variable for them with a value, or one without where the events have no severity (AESEV) either.
    public boolean known() {
        return known;
    }

    /// 0 to 5, or [#MISSING]; 0 is no event.
    public int of(int row) {
        return grade[row];
    }
}
