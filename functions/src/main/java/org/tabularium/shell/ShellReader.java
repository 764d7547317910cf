package org.tabularium.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.tabularium.shell.condition.ConditionReader;
import org.tabularium.shell.rows.DeclaredKinds;
import org.tabularium.shell.rows.DeclaredRows;
import org.tabularium.yaml.YamlWords;

/// Reads a shell that has passed the schema, and fills in the defaults.
final class ShellReader {

    private ShellReader() {}

    /// @param name the table's name in files
    /// @param usual the page where the shell does not say
    static Shell read(ObjectNode declared, String name, UsualPage usual) {
        JsonNode map = NamedLimits.put(declared);
        List<DeclaredRows> rows = rows(map);
        JsonNode columns = map.path("columns");
        boolean calledTable = map.path("called").asText().equals("table");
        boolean listing = !calledTable && rows.stream().anyMatch(DeclaredRows::listsRecords);
        return new Shell(
                map.path("id").asText(),
                name,
                map.path("number").asText(),
                map.path("title").asText(),
                map.path("dataset").asText(rows.stream().anyMatch(DeclaredRows::hasParameters) ? "" : "ADSL"),
                YamlWords.constant(PopulationName.class, map.path("population"),
                        PopulationName.usual(map.path("dataset").asText())),
                ConditionReader.read(map.path("where")),
                null,
                columns.path("by").asText(Shell.BY_TREATMENT),
                columns.has("total") ? (Boolean) columns.path("total").asBoolean() : null,
                columns.has("against") ? columns.path("against").asText() : null,
                ComparisonReader.read(map),
                YamlWords.list(map.path("subgroups")),
                rows,
                map.path("none").asText(),
                YamlWords.list(map.path("requires")),
                YamlWords.list(map.path("requires-parameters")),
                texts(map.path("limit-units")),
                map.path("offered").asBoolean(true),
                YamlWords.list(map.path("offered-with")),
                YamlWords.list(map.path("footnotes")),
                map.path("counted-once").asBoolean(),
                decimals(map.path("decimals")),
                map.has("percent-decimals") ? (Integer) map.path("percent-decimals").asInt() : null,
                YamlWords.list(map.path("distinct")),
                YamlWords.constant(Shell.ZeroRows.class, map.path("zero-rows"), Shell.ZeroRows.OF_DETAILS),
                calledTable,
                usual.layout(map.path("page"), listing));
    }

    private static List<DeclaredRows> rows(JsonNode map) {
        return map.has("figure")
                ? List.of(DeclaredKinds.readFigure(map.path("figure")))
                : StreamSupport.stream(map.path("rows").spliterator(), false).map(DeclaredKinds::read).toList();
    }

    private static Map<String, String> texts(JsonNode map) {
        Map<String, String> texts = new LinkedHashMap<>();
        map.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return Collections.unmodifiableMap(texts);
    }

    private static Map<String, Integer> decimals(JsonNode map) {
        Map<String, Integer> decimals = new LinkedHashMap<>();
        map.properties().forEach(entry -> decimals.put(entry.getKey(), entry.getValue().asInt()));
        return Collections.unmodifiableMap(decimals);
    }
}
