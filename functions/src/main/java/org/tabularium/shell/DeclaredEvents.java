package org.tabularium.shell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// How a shell declares rows of events by their onset and by the queries that the data mark.
public interface DeclaredEvents {

    /// Rows of subjects with an event that begins in a period after day zero, of those under observation when it begins.
    ///
    /// @param periods in order; they may overlap, as "within 4 weeks" and "within 12 weeks" do
    /// @param conditions rows of counts in each period
    /// @param cumulative whether each period begins with the first one, as "within 4, 12, 24 weeks" do
    record Onset(List<Period> periods, List<DeclaredRows.Labelled> conditions, boolean cumulative) implements DeclaredRows {

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
                NamedVariable.Of.RECORDS,
                map -> new Onset(periods(map), RowsDeclarations.labelled(map.path("conditions")),
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

    /// Rows of events by the queries that the sponsor has marked, standardised (SMQzzNAM) and customised (CQzzNAM) ones, each
    /// with its preferred terms.
    ///
    /// @param events whether the number of events is shown beside the subjects
    record Queries(boolean events) implements DeclaredRows {

        public static final RowsDeclaration<Queries> DECLARATION = RowsDeclaration.of("queries", Queries.class,
                NamedVariable.Of.RECORDS, map -> new Queries(YamlWords.list(map.path("show")).contains("events")));

        @Override
        public boolean comparesCounts() {
            return true;
        }

        @Override
        public boolean countsEvents() {
            return true;
        }
    }

    /// Narratives: for each death, serious event, dose-limiting toxicity and cytokine release syndrome or ICANS of grade 3 and
    /// more what the data say, for a writer to complete.
    ///
    /// @param item header of the column that says what a value is
    /// @param data header of the column of values
    /// @param before days before the event from which laboratory values and medication are shown
    /// @param after days after it until which they are
    /// @param parameters PARAMCDs of the laboratory; empty for those with an abnormal value
    record Narratives(String item, String data, int before, int after, List<String> parameters) implements DeclaredRows {

        private static final int BEFORE = 14;
        private static final int AFTER = 28;

        public static final RowsDeclaration<Narratives> DECLARATION = RowsDeclaration.of("narratives", Narratives.class,
                NamedVariable.Of.RECORDS,
                map -> new Narratives(map.path("item").asText(""), map.path("data").asText(""),
                        map.path("before").asInt(BEFORE), map.path("after").asInt(AFTER),
                        YamlWords.list(map.path("parameters"))));

        /// The columns from left to right.
        public List<ListingColumn> columns() {
            return Stream.of(item, data).map(header -> new ListingColumn(header, new ListingColumn.Source.Values(List.of())))
                    .toList();
        }

        @Override
        public List<ListingColumn> identifyingColumns() {
            return columns().subList(0, 1);
        }

        @Override
        public boolean listsRecords() {
            return true;
        }

        @Override
        public boolean countsEachTreatment() {
            return true;
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
                NamedVariable.Of.RECORDS,
                map -> new Reactions(map.path("period").asText("APERIOD"), map.path("category").asText("PARCAT2"),
                        map.path("any-period").asBoolean(true)));

        @Override
        public boolean countsEachTreatment() {
            return true;
        }
    }
}
