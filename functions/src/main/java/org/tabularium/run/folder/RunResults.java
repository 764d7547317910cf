package org.tabularium.run.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
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

    private final Run run;
    private @Nullable Map<String, CellGrid> grids;

    RunResults(Run run) {
        this.run = run;
    }

    /// The table's statistics as cells: a row a statistic with its keys, one column `value`.
    CellGrid grid(String table) throws IOException, BrokenRunException {
        if (grids == null) {
            grids = read();
        }
        return grids.getOrDefault(table, new CellGrid(List.of("", "value"), List.of()));
    }

    private Map<String, CellGrid> read() throws IOException, BrokenRunException {
        JsonNode records;
        try {
            records = new JsonMapper().readTree(run.bytes(FILE));
        } catch (JsonProcessingException e) {
            throw new BrokenRunException("%s of %s is no JSON".formatted(FILE, run.folder()));
        }
        if (!records.isArray()) {
            throw new BrokenRunException("%s of %s is no array of records".formatted(FILE, run.folder()));
        }
        Map<String, List<CellGrid.Row>> rows = new LinkedHashMap<>();
        for (JsonNode result : records) {
            rows.computeIfAbsent(result.path("table").asText(), t -> new ArrayList<>())
                    .add(new CellGrid.Row(label(result), List.of(value(result.path("value")))));
        }
        Map<String, CellGrid> grids = new TreeMap<>();
        rows.forEach((table, of) -> grids.put(table, new CellGrid(List.of("", "value"), of)));
        return grids;
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
        List<String> groups = new ArrayList<>();
        result.path("groups").properties().forEach(g -> groups.add(g.getKey() + " = " + g.getValue().asText()));
        return String.join(" > ", parts) + (groups.isEmpty() ? "" : " (" + String.join(", ", groups) + ")");
    }

    private static String value(JsonNode value) {
        return value.isNull() ? "NE" : value.asText();
    }
}
