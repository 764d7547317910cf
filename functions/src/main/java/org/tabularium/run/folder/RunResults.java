package org.tabularium.run.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.RunPaths;

/// The records of a run's `results.json`, read when first asked for.
final class RunResults {

    private static final String FILE = RunPaths.RESULTS;

    private final RunFiles run;
    private @Nullable Map<String, Cells> tables;

    RunResults(RunFiles run) {
        this.run = run;
    }

    /// A table's statistics as cells: a row a statistic, a column a group.
    ///
    /// @param shown what readers see: the text of the cell that shows the statistic, empty where none does
    /// @param values at full precision
    record Cells(CellGrid shown, CellGrid values) {}

    private static final Cells NONE = new Cells(new CellGrid(List.of(""), List.of()), new CellGrid(List.of(""), List.of()));

    Cells of(String table) throws IOException, BrokenRunException {
        if (tables == null) {
            tables = read();
        }
        return tables.getOrDefault(table, NONE);
    }

    private Map<String, Cells> read() throws IOException, BrokenRunException {
        JsonNode records;
        try {
            records = new JsonMapper().readTree(run.bytes(FILE));
        } catch (JsonProcessingException e) {
            throw new BrokenRunException("%s of %s is no JSON".formatted(FILE, run.place()));
        }
        if (!records.isArray()) {
            throw new BrokenRunException("%s of %s is no array of records".formatted(FILE, run.place()));
        }
        Map<String, TableInMaking> building = new TreeMap<>();
        for (JsonNode result : records) {
            building.computeIfAbsent(result.path("table").asText(), t -> new TableInMaking()).add(result);
        }
        Map<String, Cells> made = new TreeMap<>();
        building.forEach((table, of) -> made.put(table, new Cells(of.grid(of.shown), of.grid(of.values))));
        return made;
    }

    /// A table while its records are collected. Of several records with the same keys (the cells of a listing) each has a row of
    /// its own.
    private static final class TableInMaking {
        private final Map<String, Integer> columns = new LinkedHashMap<>();
        private final List<String> labels = new ArrayList<>();
        private final List<Map<Integer, String>> shown = new ArrayList<>();
        private final List<Map<Integer, String>> values = new ArrayList<>();
        private final Map<String, Deque<Integer>> rowsOfCell = new HashMap<>();
        private final Map<String, List<Integer>> rowsOfLabel = new HashMap<>();

        void add(JsonNode result) {
            String label = label(result);
            String group = groups(result);
            int column = columns.computeIfAbsent(group, g -> columns.size());
            int row = row(label, column);
            shown.get(row).put(column, result.path("text").isTextual() ? result.path("text").textValue() : "");
            values.get(row).put(column, value(result.path("value")));
        }

        /// The label's next row that has nothing in the column yet.
        private int row(String label, int column) {
            List<Integer> rows = rowsOfLabel.computeIfAbsent(label, l -> new ArrayList<>());
            Deque<Integer> used = rowsOfCell.computeIfAbsent(column + " " + label, c -> new ArrayDeque<>());
            if (used.size() == rows.size()) {
                rows.add(labels.size());
                labels.add(label);
                shown.add(new HashMap<>());
                values.add(new HashMap<>());
            }
            int row = rows.get(used.size());
            used.add(row);
            return row;
        }

        CellGrid grid(List<Map<Integer, String>> cells) {
            List<String> headers = new ArrayList<>(List.of(""));
            headers.addAll(columns.keySet());
            List<CellGrid.Row> rows = new ArrayList<>();
            for (int row = 0; row < labels.size(); row++) {
                Map<Integer, String> of = cells.get(row);
                List<String> texts = new ArrayList<>();
                for (int column = 0; column < columns.size(); column++) {
                    texts.add(of.getOrDefault(column, ""));
                }
                rows.add(new CellGrid.Row(labels.get(row), texts));
            }
            return new CellGrid(headers, rows);
        }
    }

    private static String label(JsonNode result) {
        List<String> parts = new ArrayList<>();
        if (result.path("variable").isTextual()) {
            parts.add(result.path("variable").textValue());
        }
        JsonNode level = result.path("level");
        if (level.isArray()) {
            level.forEach(l -> parts.add(l.asText()));
        } else if (level.isTextual()) {
            parts.add(level.textValue());
        }
        parts.add(result.path("statistic").asText());
        return String.join(" > ", parts);
    }

    private static String groups(JsonNode result) {
        List<String> groups = new ArrayList<>();
        result.path("groups").properties().forEach(g -> groups.add(g.getKey() + " = " + g.getValue().asText()));
        return groups.isEmpty() ? "all" : String.join(", ", groups);
    }

    private static String value(JsonNode value) {
        return value.isNull() ? "NE" : value.asText();
    }
}
