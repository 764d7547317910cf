package org.tabularium.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tabularium.dataset.Column;
import org.tabularium.endpoint.toxicity.AstctComponents;
import org.tabularium.endpoint.toxicity.AstctGrades;
import org.tabularium.endpoint.toxicity.Grade;
import org.tabularium.result.display.EventRemark;
import org.tabularium.result.display.Remark;
import org.tabularium.study.ValueText;

/// The grade of each adverse event: ASTCTGR, else ATOXGR or ATOXGRN, else AETOXGR or AETOXGRN, whichever the row has first. A
/// value that is no
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
        return of(records, VARIABLES);
    }

    /// The grade that a condition on one of [#FILTER_NAMES] looks at: of the variable it names where the dataset has a value of
    /// it. ATOXGR, under which shells ask for the grade of an event, is the
    /// grade of each event; so is what the dataset does not have.
    static EventGrades of(JoinedRecords records, String named) {
        boolean own = !named.equals("ATOXGR") && records.dataset().column(named)
                .filter(column -> IntStream.range(0, column.size()).anyMatch(row -> !column.isMissing(row)))
                .isPresent();
        return of(records, own ? List.of(named) : VARIABLES);
    }

    private static EventGrades of(JoinedRecords records, List<String> variables) {
        int[] grade = new int[records.size()];
        Arrays.fill(grade, MISSING);
        boolean there = false;
        boolean graded = false;
        for (String variable : variables.reversed()) {
            Optional<Column> column = records.dataset().column(variable);
            if (column.isPresent()) {
                there = true;
                int[] found = Grade.of(column.get());
                if (variable.equals(AstctGrades.GRADE)) {
                    AstctGrades.withoutZerosOfOthers(found, records.dataset());
                }
                for (int row = 0; row < grade.length; row++) {
                    grade[row] = found[row] == MISSING ? grade[row] : found[row];
                    graded |= found[row] != MISSING;
                }
            }
        }
        boolean severities = records.size() > 0 && records.collected("AESEV").isPresent();
        return new EventGrades(grade, graded || (there && !severities));
    }

    /// What a table says of grades that were not delivered but derived, and of those that could not be. The scale is named only
    /// where study.yaml names it, beside the grades of all events.
    public static List<Remark> remarks(JoinedRecords records, BitSet events) {
        List<Remark> remarks = new ArrayList<>();
        records.dataset().column(AstctGrades.DERIVED).ifPresent(column -> {
            long whole = marked(column, events, AstctGrades.WHOLLY);
            long partly = marked(column, events, AstctGrades.PARTLY);
            long missing = marked(column, events, AstctGrades.NOT);
            long none = gradedZero(records, events).cardinality();
            if (whole + partly > 0) {
                remarks.add(new EventRemark.DerivedGrades(whole + partly));
            }
            if (partly > 0) {
                remarks.add(new EventRemark.WorstOfRecorded(partly));
            }
            if (missing > 0) {
                remarks.add(new EventRemark.NoComponents(missing));
            }
            records.data().settings().scales().forEach((toxicity, scale) -> {
                long other = ofOtherScale(records, column, events, toxicity);
                if (other > 0) {
                    remarks.add(new EventRemark.OtherScale(other, scale));
                }
            });
            if (none > 0) {
                remarks.add(new EventRemark.GradeZero(none));
            }
        });
        return remarks;
    }

    private static long marked(Column column, BitSet events, String mark) {
        return events.stream().filter(row -> ValueText.text(column, row).equals(mark)).count();
    }

    private static long ofOtherScale(JoinedRecords records, Column column, BitSet events, String toxicity) {
        AstctComponents components = new AstctComponents(records.dataset());
        return events.stream().filter(row -> ValueText.text(column, row).equals(AstctGrades.OTHER_SCALE))
                .filter(row -> components.toxicity(row).equals(toxicity)).count();
    }

    /// Events that were reported and that their components grade 0.
    public static BitSet gradedZero(JoinedRecords records, BitSet events) {
        BitSet zero = new BitSet();
        Optional<Column> derived = records.dataset().column(AstctGrades.DERIVED);
        Optional<Column> grade = records.dataset().column(AstctGrades.GRADE);
        if (derived.isPresent() && grade.isPresent()) {
            events.stream()
                    .filter(row -> !derived.get().isMissing(row) && ValueText.text(grade.get(), row).equals("0"))
                    .forEach(zero::set);
        }
        return zero;
    }

    /// Whether the dataset has grades: a variable for them with a value, or one without where the events have no severity (AESEV)
    /// either.
    public boolean known() {
        return known;
    }

    /// 0 to 5, or [#MISSING]; 0 is no event.
    public int of(int row) {
        return grade[row];
    }
}
