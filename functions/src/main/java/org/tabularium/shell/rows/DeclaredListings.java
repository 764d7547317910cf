package org.tabularium.shell.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tabularium.yaml.YamlWords;

/// How a shell declares listings: records one by one, nobody counted.
public interface DeclaredListings {

    /// One row a record of the shell's dataset (or a subject of ADSL).
    ///
    /// @param columns from left to right
    /// @param sort variables in order
    /// @param absent text of a missing value, such as `/`
    /// @param stub how many columns on the left identify the row
    record Listing(List<ListingColumn> columns, List<String> sort, String absent, int stub) implements DeclaredRows {

        public static final RowsDeclaration<Listing> DECLARATION = RowsDeclaration.of("listing", Listing.class,
                VariablesOf.RECORDS,
                map -> new Listing(
                        columns(map.path("columns")),
                        YamlWords.list(map.path("sort")),
                        map.path("absent").asText(),
                        map.path("stub").asInt(1)));

        @Override
        public boolean countsEachTreatment() {
            return true;
        }

        @Override
        public List<ListingColumn> identifyingColumns() {
            return columns.subList(0, Math.min(stub, columns.size()));
        }

        @Override
        public boolean listsRecords() {
            return true;
        }

        private static List<ListingColumn> columns(JsonNode list) {
            List<ListingColumn> columns = new ArrayList<>();
            list.forEach(column -> columns.add((column.path("header").isArray()
                    ? ListingColumn.ofParts(YamlWords.list(column.path("header")), source(column))
                    : new ListingColumn(column.path("header").asText(), source(column)))
                    .inAbstract(column.path("in-abstract").asText())));
            return List.copyOf(columns);
        }

        private static ListingColumn.Source source(JsonNode column) {
            if (column.has("value")) {
                return new ListingColumn.Source.Values(YamlWords.list(column.path("value")));
            }
            if (column.has("worst-grade")) {
                return new ListingColumn.Source.WorstGrade(column.path("worst-grade").asText(), column.path("roman").asBoolean());
            }
            if (column.has("score")) {
                return new ListingColumn.Source.ParameterValue(column.path("score").asText(),
                        YamlWords.constant(ListingColumn.At.class, column.path("at"), ListingColumn.At.LAST));
            }
            return column.has("interest") ? new ListingColumn.Source.Interest() : new ListingColumn.Source.Treatment();
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
                VariablesOf.RECORDS,
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
}
