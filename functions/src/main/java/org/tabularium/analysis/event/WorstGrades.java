package org.tabularium.analysis.event;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tabularium.result.Clauses;
import org.tabularium.result.Criterion;
import org.tabularium.result.RowLabel;
import org.tabularium.result.RowName;
import org.tabularium.result.obstacle.AbsenceObstacle;
import org.tabularium.selection.EventGrades;
import org.tabularium.selection.JoinedColumn;
import org.tabularium.selection.JoinedRecords;
import org.tabularium.selection.NotProducedException;
import org.tabularium.selection.event.Severity;
import org.tabularium.shell.rows.DeclaredEvents.GradeRange;

/// Subjects by their worst grade among some events: Grade 1 to 5 and Grade ≥3; by severity where the data have no grades: Mild,
/// Moderate, Severe, and Life-threatening and Fatal where an event of
/// the dataset is.
/// Every other grade is there, also at zero; "Grade missing" only where somebody's is.
public final class WorstGrades implements WorstLevels {

    static final String AT_LEAST_3 = "Grade ≥3";
    private static final String MISSING = "missing";
    /// The row of events that are graded as if there had been none.
    private static final String ZERO = "Grade 0";
    private static final int HIGHEST = 5;
    private static final List<GradeRange> EACH = List.of(new GradeRange(1, 1), new GradeRange(2, 2), new GradeRange(3, 3),
            new GradeRange(4, 4), new GradeRange(HIGHEST, HIGHEST), new GradeRange(3, HIGHEST));

    private final JoinedRecords records;
    private final EventGrades grades;
    private final Optional<JoinedColumn> severity;
    private final Set<Severity> occurs;
    private final List<GradeRange> ranges;

    private WorstGrades(JoinedRecords records, EventGrades grades, Optional<JoinedColumn> severity, List<GradeRange> ranges) {
        this.ranges = ranges;
        this.records = records;
        this.grades = grades;
        this.severity = severity;
        this.occurs = severity.map(field -> field.texts(records.size())).orElse(Set.of()).stream()
                .flatMap(text -> Severity.of(text).stream())
                .collect(Collectors.toSet());
    }

    public static WorstGrades of(JoinedRecords records) {
        return of(records, EACH);
    }

    /// @param ranges the grades that are counted together, where the dataset has grades
    static WorstGrades of(JoinedRecords records, List<GradeRange> ranges) {
        return new WorstGrades(records, EventGrades.of(records), records.field("AESEV"), ranges);
    }

    /// Whether the dataset has grades (and not only severities).
    boolean graded() {
        return grades.known();
    }

    /// What the rows are by, for a title.
    ///
    /// @throws NotProducedException where the dataset has neither grades nor severities
    public RowLabel title() throws NotProducedException {
        if (!graded() && severity.isEmpty()) {
            throw new NotProducedException(new AbsenceObstacle.NoGrades(records.name(), EventGrades.VARIABLES, true));
        }
        return new RowLabel.Named(graded() ? RowName.Event.WORST_GRADE : RowName.Event.WORST_SEVERITY);
    }

    EventGrades grades() {
        return grades;
    }

    @Override
    public Map<String, BitSet> rows(BitSet events) {
        return graded() ? byGrade(events) : bySeverity(events);
    }

    @Override
    public Clauses clauses(String name) {
        return Clauses.of(Criterion.WORST_GRADE, name);
    }

    @Override
    public RowLabel label(String name) {
        return new RowLabel.Given(name);
    }

    @Override
    public Set<String> names(BitSet events) {
        Set<String> names = new LinkedHashSet<>(rows(events).keySet());
        if (graded() && events.stream().anyMatch(row -> grades.of(row) == 0)) {
            names.add(ZERO);
        }
        if (graded() && events.stream().anyMatch(row -> grades.of(row) == EventGrades.MISSING)) {
            names.add("Grade " + MISSING);
        }
        return names;
    }

    private Map<String, BitSet> byGrade(BitSet events) {
        int[] worst = worst(events, row -> grades.of(row));
        Map<String, BitSet> rows = new LinkedHashMap<>();
        ranges.forEach(range -> rows.put(name(range), subjects(worst, range.from(), range.to())));
        putMissing(rows, ZERO, subjects(worst, 0, 0));
        putMissing(rows, "Grade " + MISSING, subjects(worst, EventGrades.MISSING, EventGrades.MISSING));
        return rows;
    }

    /// How many of the ranges before a row's own hold it: a grade stands below the range that it is a part of.
    @Override
    public int depth(String row) {
        for (int at = 0; at < ranges.size(); at++) {
            if (name(ranges.get(at)).equals(row)) {
                GradeRange own = ranges.get(at);
                return (int) ranges.subList(0, at).stream().filter(before -> before.contains(own)).count();
            }
        }
        return 0;
    }

    private static String name(GradeRange range) {
        if (!range.label().isEmpty()) {
            return range.label();
        }
        if (range.from() == range.to()) {
            return "Grade " + range.from();
        }
        return "Grade " + (range.to() == HIGHEST ? "≥" + range.from() : range.from() + "–" + range.to());
    }

    private Map<String, BitSet> bySeverity(BitSet events) {
        Map<String, BitSet> rows = new LinkedHashMap<>();
        if (severity.isEmpty()) {
            return rows;
        }
        int[] worst = worst(events,
                row -> Severity.of(severity.get().text(row)).map(Severity::rank).orElse(EventGrades.MISSING));
        for (Severity level : Severity.values()) {
            BitSet subjects = subjects(worst, level.rank(), level.rank());
            if (level.alwaysShown() || occurs.contains(level)) {
                rows.put(level.label(), subjects);
            }
        }
        putMissing(rows, "Severity " + MISSING, subjects(worst, EventGrades.MISSING, EventGrades.MISSING));
        return rows;
    }

    private static void putMissing(Map<String, BitSet> rows, String name, BitSet subjects) {
        if (!subjects.isEmpty()) {
            rows.put(name, subjects);
        }
    }

    /// Each subject's worst value; −2 for subjects without an event.
    private int[] worst(BitSet events, java.util.function.IntUnaryOperator value) {
        int[] worst = new int[records.data().subjectCount()];
        Arrays.fill(worst, -2);
        for (int row = events.nextSetBit(0); row >= 0; row = events.nextSetBit(row + 1)) {
            int subject = records.subject(row);
            worst[subject] = Math.max(worst[subject], value.applyAsInt(row));
        }
        return worst;
    }

    private static BitSet subjects(int[] worst, int from, int to) {
        BitSet subjects = new BitSet();
        for (int subject = 0; subject < worst.length; subject++) {
            subjects.set(subject, worst[subject] >= from && worst[subject] <= to);
        }
        return subjects;
    }
}
