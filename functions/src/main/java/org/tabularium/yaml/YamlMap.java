package org.tabularium.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// A map of a YAML document with the lines of what is in it.
///
/// @param file name for messages, such as `study.yaml`
/// @param line of the map itself, from 1
/// @param node the content
/// @param lines JSON pointer below the map (such as `/rows/0/nest`) → line
public record YamlMap(String file, int line, ObjectNode node, Map<String, Integer> lines) {

    public static final YamlMap EMPTY = new YamlMap("", 0, JsonNodeFactory.instance.objectNode(), Map.of());

    /// The value of a key; a missing node where there is none.
    public JsonNode get(String key) {
        return node.path(key);
    }

    /// The line of what the pointer names; the map's own line where unknown.
    public int lineOf(String pointer) {
        return lines.getOrDefault(pointer, line);
    }
}
