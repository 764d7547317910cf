package org.tabularium.shell.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.condition.ConditionReader;
import org.tabularium.shell.condition.LabelledCondition;
import org.tabularium.yaml.YamlWords;

/// How a shell declares rows of values after baseline: at any time, one followed by another, their course.
public interface DeclaredValues {

    /// Rows of subjects with a value after baseline, at any time and scheduled or not, that meets a condition.
    ///
    /// @param parameters PARAMCDs in order, or [DeclaredRows#ALL]; those the study lacks are passed over
    /// @param where which subjects; null for all
    /// @param conditions rows of counts; each looks at AVAL, CHG, PCHG, R2BASE, R2ANRHI, ATOXGR and other variables of the
    /// record
    /// @param emerging whether only the subjects count in a row whose baseline does not meet its condition
    /// @param maximum statistics of each subject's greatest value; empty for no such rows
    /// @param minimum statistics of each subject's least value; empty for no such rows
    record AtAnyTime(List<String> parameters, @Nullable Condition where, List<LabelledCondition> conditions,
            boolean emerging, List<String> maximum, List<String> minimum) implements DeclaredRows {

        public static final RowsDeclaration<AtAnyTime> DECLARATION = RowsDeclaration.of("at-any-time", AtAnyTime.class,
                VariablesOf.PARAMETER,
                map -> new AtAnyTime(
                        YamlWords.list(map.path("parameters")),
                        ConditionReader.read(map.path("where")),
                        LabelledCondition.list(map.path("conditions")),
                        map.path("not-at-baseline").asBoolean(),
                        YamlWords.list(map.path("maximum")),
                        YamlWords.list(map.path("minimum"))));

        @Override
        public List<String> statistics() {
            return Stream.concat(maximum.stream(), minimum.stream()).toList();
        }

        @Override
        public boolean hasParameters() {
            return true;
        }
    }

    /// Rows of subjects with a value after baseline that meets a condition and is followed within some days by a value of
    /// another parameter that meets another, as Hy's law says of transaminases and bilirubin.
    ///
    /// @param heading of the rows
    /// @param first what is followed
    /// @param then what follows it, on the same day or later
    /// @param within days at most between the two
    /// @param label of the row of those who have both so
    /// @param meanwhile what the values of a further parameter do from the first to the other; null for no such row
    record Followed(String heading, Measured first, Measured then, int within, String label, @Nullable Measured meanwhile)
            implements
                DeclaredRows {

        /// A condition on the values of some parameters.
        ///
        /// @param label of its row
        /// @param parameters PARAMCDs, of which each one's values count
        public record Measured(String label, List<String> parameters, @Nullable Condition where) {

            private static Measured of(JsonNode map) {
                return new Measured(map.path("label").asText(), YamlWords.list(map.path("parameters")),
                        ConditionReader.read(map.path("where")));
            }

            /// The condition with the label.
            public LabelledCondition condition() {
                return new LabelledCondition(label, where);
            }
        }

        public static final RowsDeclaration<Followed> DECLARATION = RowsDeclaration.of("followed", Followed.class,
                VariablesOf.PARAMETER,
                map -> new Followed(
                        map.path("heading").asText(),
                        Measured.of(map.path("first")),
                        Measured.of(map.path("then")),
                        map.path("within").asInt(),
                        map.path("label").asText(),
                        map.has("meanwhile") ? Measured.of(map.path("meanwhile")) : null));

        /// What is measured, in order.
        public List<Measured> measured() {
            return Stream.of(first, then, meanwhile).flatMap(Stream::ofNullable).toList();
        }

        @Override
        public List<String> parameters() {
            return measured().stream().flatMap(one -> one.parameters().stream()).toList();
        }

        @Override
        public boolean hasParameters() {
            return true;
        }
    }

    /// From the first record after baseline that meets one condition to the first later one that meets another: how many, and how
    /// long.
    ///
    /// @param parameters PARAMCDs in order; those the study lacks are passed over
    /// @param where which subjects; null for all
    /// @param from how it begins
    /// @param to how it ends
    /// @param since from when the time counts
    record Transition(List<String> parameters, @Nullable Condition where, LabelledCondition from, LabelledCondition to, Since since)
            implements DeclaredRows {

        public static final RowsDeclaration<Transition> DECLARATION = RowsDeclaration.of("transition", Transition.class, VariablesOf.PARAMETER,
                map -> new Transition(
                        YamlWords.list(map.path("parameters")),
                        ConditionReader.read(map.path("where")),
                        LabelledCondition.of(map.path("from")),
                        LabelledCondition.of(map.path("to")),
                        YamlWords.constant(Since.class, map.path("since"), Since.FROM)));

        @Override
        public boolean hasParameters() {
            return true;
        }
    }

    /// From when the time of a transition counts.
    enum Since {
        /// The first record that meets `from`.
        FROM,
        /// The day of first treatment.
        TREATMENT
    }

    /// Rows about the course of a concentration or a count of cells in each subject: its maximum, when that was, the area
    /// under it and how long it could be quantified.
    ///
    /// @param parameters PARAMCDs in order; those the study lacks are passed over
    /// @param until the last day, counted from day zero as 0, whose values are in the area
    /// @param rows what is shown, in order
    record Kinetics(List<String> parameters, int until, List<Row> rows) implements DeclaredRows {

        private static final int USUAL_UNTIL = 28;

        /// What of a course a row shows.
        public enum Of {
            MAXIMUM,
            /// The day of the first maximum, day zero being 0.
            TIME_OF_MAXIMUM,
            /// The area by the linear trapezoidal rule.
            AREA,
            /// The last day with a quantifiable value, day zero being 0.
            LAST_QUANTIFIABLE
        }

        /// One row.
        ///
        /// @param label also the level of its results
        /// @param statistics lines below it beside n
        public record Row(String label, Of of, List<String> statistics) {}

        public static final RowsDeclaration<Kinetics> DECLARATION = RowsDeclaration.of("kinetics", Kinetics.class,
                VariablesOf.PARAMETER,
                map -> new Kinetics(
                        YamlWords.list(map.path("parameters")),
                        map.path("until").asInt(USUAL_UNTIL),
                        rows(map.path("rows"))));

        private static List<Row> rows(JsonNode list) {
            List<Row> rows = new ArrayList<>();
            list.forEach(row -> rows.add(new Row(row.path("label").asText(), YamlWords.constant(Of.class, row.path("of").asText()),
                    YamlWords.list(row.path("statistics")))));
            return List.copyOf(rows);
        }

        @Override
        public boolean hasParameters() {
            return true;
        }

        @Override
        public List<String> statistics() {
            return rows.stream().flatMap(row -> row.statistics().stream()).toList();
        }
    }
}
