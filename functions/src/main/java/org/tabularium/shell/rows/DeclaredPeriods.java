package org.tabularium.shell.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.tabularium.shell.condition.Condition;
import org.tabularium.shell.condition.LabelledCondition;

/// How a shell declares rows of events by periods of time.
public interface DeclaredPeriods {

    /// Rows of subjects with an event that begins in a period after day zero, of those under observation when it begins.
    ///
    /// @param periods in order; they may overlap, as "within 4 weeks" and "within 12 weeks" do
    /// @param conditions rows of counts in each period
    /// @param cumulative whether each period begins with the first one, as "within 4, 12, 24 weeks" do
    record Onset(List<Period> periods, List<LabelledCondition> conditions, boolean cumulative) implements DeclaredRows {

        /// A period.
        ///
        /// @param label heading, also the first level of its results; empty where periods are cumulative and begin earlier than
        ///     their labels say
        /// @param from its first study day, from 1
        /// @param to its last study day; null for the end of observation
        public record Period(String label, int from, @Nullable Integer to) {

            /// The first level of its results.
            public String level() {
                if (!label.isEmpty()) {
                    return label;
                }
                return to == null ? "From day " + from : "Days " + from + " to " + to;
            }

            /// Whether a study day lies in it.
            public boolean has(double day) {
                return day >= from && (to == null || day <= to);
            }
        }

        public static final RowsDeclaration<Onset> DECLARATION = RowsDeclaration.of("onset", Onset.class,
                VariablesOf.RECORDS,
                map -> new Onset(periods(map), LabelledCondition.list(map.path("conditions")),
                        map.path("cumulative").asBoolean()));

        private static List<Period> periods(JsonNode onset) {
            List<Period> periods = new ArrayList<>();
            JsonNode list = onset.path("periods");
            int first = list.path(0).path("from").asInt();
            boolean extended = onset.path("cumulative").asBoolean()
                    && StreamSupport.stream(list.spliterator(), false).anyMatch(map -> map.path("from").asInt() != first);
            list.forEach(map -> periods.add(new Period(extended ? "" : map.path("label").asText(),
                    extended ? first : map.path("from").asInt(),
                    map.has("to") ? (Integer) map.path("to").asInt() : null)));
            return List.copyOf(periods);
        }

        @Override
        public List<Condition> recordConditions() {
            return conditions.stream().flatMap(condition -> Stream.ofNullable(condition.where())).map(Objects::requireNonNull)
                    .toList();
        }
    }

    /// Rows of solicited reactions: in each period who had any, by the most severe answer, of all, of a category and of each
    /// reaction.
    ///
    /// @param period variable that tells the periods apart
    /// @param category variable that groups the reactions
    /// @param anyPeriod whether all periods together come last
    record Reactions(String period, String category, boolean anyPeriod) implements DeclaredRows {

        public static final RowsDeclaration<Reactions> DECLARATION = RowsDeclaration.of("reactions", Reactions.class,
                VariablesOf.RECORDS,
                map -> new Reactions(map.path("period").asText("APERIOD"), map.path("category").asText("PARCAT2"),
                        map.path("any-period").asBoolean(true)));

        @Override
        public boolean countsEachTreatment() {
            return true;
        }
    }
}
