package org.tabularium.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tabularium.shell.rows.DeclaredKinds;
import org.tabularium.yaml.YamlSchema;
import org.tabularium.yaml.YamlWords;

/// The parameters that an entry of `tables:` may give to a shell: those of every shell, and the keys of the shell's own rows.
final class ShellParameters {

    /// Keys that say what a row is or which row it is; a parameter cannot change them.
    private static final Set<String> FIXED = Set.of("label", "levels", "where", "indent");

    /// Keys that say what a block is about. Where several blocks have one, it is unclear which is meant, so none can be given.
    private static final Set<String> SUBJECT_MATTER = Set.of("variables", "nest", "terms", "columns", "parameter", "parameters",
            "conditions", "from", "to");

    /// Titles and footnotes that stand in place of the shell's own where an entry changes an option that these are about.
    private static final String TITLE_OTHERWISE = "title-otherwise";
    private static final String FOOTNOTES_OTHERWISE = "footnotes-otherwise";

    private static final String FIGURE = "/$defs/figure/properties";
    private static final String ALL_SHELLS = "/$defs/parameters/properties";

    private ShellParameters() {}

    /// The parameters a shell knows → the part of the schema that holds for each.
    static Map<String, String> known(ObjectNode shell, YamlSchema schema) {
        Map<String, String> known = new TreeMap<>();
        Set<String> twice = new HashSet<>();
        for (JsonNode row : shell.path("rows")) {
            String kind = DeclaredKinds.word(row);
            String part = kind.equals("nest") ? "/$defs/row/properties" : "/$defs/" + kind + "/properties";
            for (String key : keys(kind, schema)) {
                if (known.put(key, part + "/" + key) != null && SUBJECT_MATTER.contains(key)) {
                    twice.add(key);
                }
            }
        }
        known.keySet().removeAll(twice);
        DeclaredKinds.figureKeys(shell.path("figure").path("kind").asText())
                .forEach(key -> known.put(key, FIGURE + "/" + key));
        schema.part(ALL_SHELLS).fieldNames().forEachRemaining(key -> known.put(key, ALL_SHELLS + "/" + key));
        return known;
    }

    /// The parameters that rows of a kind know.
    static List<String> keys(String kind, YamlSchema schema) {
        if (kind.equals("nest")) {
            return List.of("nest", "show", "order", "threshold", "worst-grade", "grades-in");
        }
        List<String> keys = new ArrayList<>();
        schema.part("/$defs/" + kind + "/properties").fieldNames().forEachRemaining(keys::add);
        keys.removeAll(FIXED);
        return keys;
    }

    /// The shell with the parameters in their places; both are left as they are.
    static ObjectNode merge(ObjectNode shell, ObjectNode parameters, YamlSchema schema) {
        ObjectNode merged = shell.deepCopy();
        if (parameters.has("parameters") && !parameters.has("others")) {
            // who names the responses wants these
            merged.path("rows").forEach(row -> {
                if (row.path("response") instanceof ObjectNode response) {
                    response.remove("others");
                }
            });
        }
        parameters.properties().forEach(entry -> {
            String key = entry.getKey();
            JsonNode value = entry.getValue();
            switch (key) {
                case "as" -> {} // the table's name, no part of the shell
                case "by", "total", "against" -> child(merged, "columns").set(key, value);
                case "where" -> merged.set(key, both(merged, merged.path(key), value));
                case "footnotes" -> merged.set(key, joined(merged, merged.path(key), value));
                case "decimals", "limits", "page" -> child(merged, key).setAll((ObjectNode) value);
                case "number", "dataset", "title", "population", "tests", "risk-difference", "odds-ratio", "exposure-adjusted",
                        "subgroups",
                        "percent-decimals", "distinct", "zero-rows" ->
                    merged.set(key, value);
                default -> setInRows(merged, key, value, schema);
            }
        });
        if (!parameters.has("title")) {
            otherwise(TITLE_OTHERWISE, shell, merged).ifPresent(title -> merged.set("title", title));
        }
        otherwise(FOOTNOTES_OTHERWISE, shell, merged)
                .ifPresent(own -> merged.set("footnotes", joined(merged, own, parameters.path("footnotes"))));
        return merged;
    }

    /// What stands in place of a part of the shell that is about an option, or about several joined by a comma, where these have
    /// other values now: the first of them.
    private static Optional<JsonNode> otherwise(String key, ObjectNode shell, ObjectNode merged) {
        return shell.path(key).properties().stream()
                .filter(otherwise -> Arrays.stream(otherwise.getKey().split(", "))
                        .allMatch(option -> !values(merged, option).equals(values(shell, option))))
                .map(Map.Entry::getValue).findFirst();
    }

    /// What a shell says of an option, in each place where it may stand.
    private static List<JsonNode> values(ObjectNode shell, String option) {
        List<JsonNode> values = new ArrayList<>(List.of(shell.path(option)));
        for (JsonNode row : shell.path("rows")) {
            String kind = DeclaredKinds.word(row);
            values.add((kind.equals("nest") ? row : row.path(kind)).path(option));
        }
        return values;
    }

    private static void setInRows(ObjectNode shell, String key, JsonNode value, YamlSchema schema) {
        if (shell.path("figure") instanceof ObjectNode figure) {
            figure.set(key, value);
        }
        for (JsonNode row : shell.path("rows")) {
            String kind = DeclaredKinds.word(row);
            if (keys(kind, schema).contains(key)) {
                ((ObjectNode) (kind.equals("nest") ? row : row.path(kind))).set(key, value);
            }
        }
    }

    private static ObjectNode child(ObjectNode map, String key) {
        return map.path(key) instanceof ObjectNode child ? child : map.putObject(key);
    }

    private static JsonNode both(ObjectNode nodes, JsonNode shells, JsonNode given) {
        if (shells.isMissingNode()) {
            return given;
        }
        ObjectNode both = nodes.objectNode();
        both.putArray("and").add(shells).add(given);
        return both;
    }

    private static ArrayNode joined(ObjectNode nodes, JsonNode shells, JsonNode given) {
        ArrayNode joined = nodes.arrayNode();
        YamlWords.list(shells).forEach(joined::add);
        YamlWords.list(given).forEach(joined::add);
        return joined;
    }
}
