package org.tabularium.manuscript.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabularium.run.BrokenRunException;
import org.tabularium.run.RunPaths;
import org.tabularium.run.folder.RunFiles;

/// Reads a run's `results.json`.
public final class RecordedResults {

    private RecordedResults() {}

    /// The results of a run.
    ///
    /// @throws BrokenRunException where the file is no array of results
    public static List<RecordedResult> of(RunFiles run) throws IOException, BrokenRunException {
        JsonNode records;
        try {
            records = new JsonMapper().readTree(run.bytes(RunPaths.RESULTS));
        } catch (JsonProcessingException e) {
            throw new BrokenRunException("%s of %s is no JSON".formatted(RunPaths.RESULTS, run.place()));
        }
        if (!records.isArray()) {
            throw new BrokenRunException("%s of %s is no array of results".formatted(RunPaths.RESULTS, run.place()));
        }
        List<RecordedResult> results = new ArrayList<>();
        records.forEach(node -> results.add(result(node)));
        return results;
    }

    private static RecordedResult result(JsonNode node) {
        Map<String, String> groups = new LinkedHashMap<>();
        node.path("groups").properties().forEach(g -> groups.put(g.getKey(), g.getValue().asText()));
        JsonNode value = node.path("value");
        JsonNode arm = node.path("selection").path("arm");
        boolean serious = false;
        boolean related = false;
        for (JsonNode clause : node.path("selection").path("clauses")) {
            String variable = clause.path("variable").asText();
            serious |= variable.equals("AESER") && clause.path("values").path(0).asText().equals("Y");
            related |= variable.startsWith("AREL") || variable.equals("AEREL");
        }
        return new RecordedResult(node.path("table").asText(), node.path("dataset").asText(), groups, text(node, "variable"),
                level(node.path("level")), node.path("statistic").asText(), value.isNumber() ? value.doubleValue() : null,
                text(node, "text"), labels(node.path("label")),
                node.path("column").asText(""),
                node.path("key").asText(), text(arm, "variable"), text(arm, "value"), serious, related);
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).textValue() : null;
    }

    private static List<String> level(JsonNode level) {
        if (level.isTextual()) {
            return List.of(level.textValue());
        }
        List<String> levels = new ArrayList<>();
        level.forEach(l -> levels.add(l.asText()));
        return levels;
    }

    private static List<String> labels(JsonNode label) {
        return label.isTextual() ? List.of(label.textValue().split(" > ", -1)) : level(label);
    }
}
