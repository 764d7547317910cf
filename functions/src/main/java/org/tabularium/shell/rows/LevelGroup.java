package org.tabularium.shell.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.tabularium.yaml.YamlWords;

/// Levels that are counted together.
///
/// @param label of their row, also its level in the results
/// @param levels in any letter case
/// @param kinds whether a row each stands below
public record LevelGroup(String label, List<String> levels, boolean kinds) {

    /// A list of them that has passed the schema.
    static List<LevelGroup> list(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(LevelGroup::of).toList();
    }

    private static LevelGroup of(JsonNode map) {
        return new LevelGroup(map.path("label").asText(), YamlWords.list(map.path("levels")), map.path("kinds").asBoolean());
    }

    /// Whether a level is one of them.
    public boolean has(String level) {
        return levels.stream().anyMatch(level::equalsIgnoreCase);
    }
}
