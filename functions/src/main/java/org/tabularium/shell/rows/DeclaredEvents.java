package org.tabularium.shell.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.condition.ConditionReader;
import org.tabularium.yaml.YamlWords;

/// How a shell declares rows of subjects with events, by terms and grades.
public interface DeclaredEvents {

    /// One row: subjects with at least one record that satisfies the condition.
    ///
    /// @param label the row's label, also its level in the results
    /// @param where null for any record; a row whose variables the study lacks is left out
    /// @param events whether the number of records is shown beside
    /// @param indent level of indentation
    record Subjects(String label, @Nullable Condition where, boolean events, int indent) implements DeclaredRows {

        public static final RowsDeclaration<Subjects> DECLARATION = RowsDeclaration.of("subjects", Subjects.class,
                VariablesOf.RECORDS,
                map -> new Subjects(
                        map.path("label").asText(),
                        ConditionReader.read(map.path("where")),
                        showsEvents(map),
                        map.path("indent").asInt(0)));

        @Override
        public boolean countsEachTreatment() {
            return true;
        }

        @Override
        public boolean comparesCounts() {
            return true;
        }

        @Override
        public boolean countsEvents() {
            return true;
        }

        @Override
        public List<Condition> recordConditions() {
            return where == null ? List.of() : List.of(where);
        }
    }

    /// Rows by the levels of nested variables, such as SOC and preferred term.
    ///
    /// @param variables from outer to inner
    /// @param events whether the number of events is shown
    /// @param order of the levels
    /// @param threshold percent of subjects that a row of the innermost variable must reach in some column; 0 for all
    /// @param grades whether each row is followed by rows for the worst grade
    /// @param ranges the worst grades that are counted, in order; empty for each of them and 3 and more
    /// @param gradesIn whether these stand in columns beside the row or in rows below it
    /// @param label of a row above them of everybody who has some of them; empty for none
    /// @param where which records; null for any; rows whose variables the study lacks are left out
    /// @param groups levels of the outermost variable that are counted together
    /// @param worst the variable by whose greatest level of each subject each row is followed by rows; empty for none
    record Nest(List<String> variables, boolean events, RowOrder order, double threshold, boolean grades, List<GradeRange> ranges,
            GradesIn gradesIn, String label, @Nullable Condition where, List<LevelGroup> groups, String worst)
            implements
                DeclaredRows {

        public static final RowsDeclaration<Nest> DECLARATION = RowsDeclaration.ofEntry("nest", Nest.class, VariablesOf.RECORDS,
                row -> new Nest(
                        YamlWords.list(row.path("nest")),
                        showsEvents(row),
                        YamlWords.constant(RowOrder.class, row.path("order"), RowOrder.DESCENDING),
                        row.path("threshold").asDouble(0),
                        row.path("worst-grade").asBoolean() || row.path("worst-grade").isArray(),
                        GradeRange.list(row.path("worst-grade")),
                        YamlWords.constant(GradesIn.class, row.path("grades-in"),
                                row.path("worst-grade").isArray() ? GradesIn.COLUMNS : GradesIn.ROWS),
                        row.path("label").asText(),
                        ConditionReader.read(row.path("where")),
                        LevelGroup.list(row.path("groups")),
                        row.path("worst").asText()));

        /// Rows of any record, without ranges of grades.
        public Nest(List<String> variables, boolean events, RowOrder order, double threshold, boolean grades) {
            this(variables, events, order, threshold, grades, List.of(), GradesIn.ROWS, "", null, List.of(), "");
        }

        @Override
        public List<Condition> recordConditions() {
            return where == null ? List.of() : List.of(where);
        }

        @Override
        public boolean countsEachTreatment() {
            return true;
        }

        @Override
        public boolean comparesCounts() {
            return true;
        }

        @Override
        public boolean countsEvents() {
            return true;
        }
    }

    /// Where the worst grades of a row stand.
    enum GradesIn {
        COLUMNS, ROWS
    }

    /// Grades that are counted together, such as 1 and 2.
    ///
    /// @param from the lowest, from 1
    /// @param to the highest, 5 where the range is open
    /// @param label what they are called; empty for their numbers
    record GradeRange(int from, int to, String label) {

        private static final int HIGHEST = 5;

        /// Grades that are called by their numbers.
        public GradeRange(int from, int to) {
            this(from, to, "");
        }

        /// Whether another range is a part of this one.
        public boolean contains(GradeRange other) {
            return from <= other.from && other.to <= to && (from < other.from || other.to < to);
        }

        /// Grades as a shell writes them: `any`, `3`, `1-2`, `≥3` or `>=3`; the schema lets nothing else through. Gives the
        /// ranges of a list but `any`, which the row itself counts; none where it is no list.
        static List<GradeRange> list(JsonNode list) {
            List<GradeRange> ranges = new ArrayList<>();
            if (list.isArray()) {
                list.forEach(range -> {
                    String text = range.isObject() ? range.path("grades").asText() : range.asText();
                    int first = firstDigit(text);
                    if (first >= 0) {
                        int from = text.charAt(first) - '0';
                        int last = text.charAt(text.length() - 1) - '0';
                        ranges.add(new GradeRange(from, first > 0 ? HIGHEST : last, range.path("label").asText()));
                    }
                });
            }
            return List.copyOf(ranges);
        }

        private static int firstDigit(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (Character.isDigit(text.charAt(i))) {
                    return i;
                }
            }
            return -1;
        }
    }

    /// Worst grade a subject by term: any grade, each grade, grade ≥3; then what the events were treated with, then onset and
    /// duration where dates or study days are there.
    ///
    /// @param terms in order
    /// @param groups whether the groups of CQzzNAM and SMQzzNAM follow
    /// @param treatments rows for what the events were treated with, where the data say so
    /// @param timing whether onset day and duration are summarised
    record Grades(List<String> terms, boolean groups, List<Given> treatments, boolean timing) implements DeclaredRows {

        public static final RowsDeclaration<Grades> DECLARATION = RowsDeclaration.of("grades", Grades.class, VariablesOf.RECORDS,
                map -> new Grades(
                        YamlWords.list(map.path("terms")),
                        map.path("groups").asBoolean(),
                        Given.list(map.path("treatments")),
                        map.path("timing").asBoolean()));

        @Override
        public boolean comparesCounts() {
            return true;
        }
    }

    /// A treatment given for an event.
    ///
    /// @param label the row's label
    /// @param flag the variable that is Y where it was given
    /// @param words words of AEACNOTH or AECONTRT that name it, in any letter case, where there is no such variable
    record Given(String label, String flag, List<String> words) {

        private static List<Given> list(JsonNode list) {
            return StreamSupport.stream(list.spliterator(), false)
                    .map(one -> new Given(one.path("label").asText(), one.path("flag").asText(),
                            YamlWords.list(one.path("words"))))
                    .toList();
        }
    }

    /// Rows of events by the queries that the sponsor has marked, standardised (SMQzzNAM) and customised (CQzzNAM) ones, each
    /// with its preferred terms.
    ///
    /// @param events whether the number of events is shown beside the subjects
    record Queries(boolean events) implements DeclaredRows {

        public static final RowsDeclaration<Queries> DECLARATION = RowsDeclaration.of("queries", Queries.class,
                VariablesOf.RECORDS, map -> new Queries(showsEvents(map)));

        @Override
        public boolean comparesCounts() {
            return true;
        }

        @Override
        public boolean countsEvents() {
            return true;
        }
    }

    /// Dose-limiting toxicities by dose level, the columns: treated, evaluable, with a DLT, and what the escalation rule of
    /// study.yaml decides.
    ///
    /// @param interval method of the interval
    record Dlt(IntervalMethod interval) implements DeclaredRows {

        public static final RowsDeclaration<Dlt> DECLARATION = RowsDeclaration.of("dlt", Dlt.class, VariablesOf.RECORDS,
                map -> new Dlt(
                        YamlWords.constant(IntervalMethod.class, map.path("interval"), IntervalMethod.CLOPPER_PEARSON)));

        @Override
        public boolean hasDoseLevels() {
            return true;
        }
    }

    private static boolean showsEvents(JsonNode map) {
        return YamlWords.list(map.path("show")).contains("events");
    }
}
