package org.tabularium.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/// A map of a YAML document with the lines of what is in it.
///
/// @param file name for messages, such as `study.yaml`
/// @param line of the map itself, from 1
/// @param node the content
/// @param lines JSON pointer below the map (such as `/rows/0/nest`) → line
public record YamlMap(String file, int line, ObjectNode node, NavigableMap<String, Integer> lines) {

    public static final YamlMap EMPTY = empty("", 0);

    /// A map without keys.
    public static YamlMap empty(String file, int line) {
        return new YamlMap(file, line, JsonNodeFactory.instance.objectNode(), Collections.emptyNavigableMap());
    }

    /// The value of a key; a missing node where there is none.
    public JsonNode get(String key) {
        return node.path(key);
    }

    /// The line of what the pointer names, else of the nearest thing around it, else of the map.
    public int lineOf(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Integer found = lines.get(at);
            if (found != null) {
                return found;
            }
        }
        return line;
    }

    /// The map that the pointer names, with its lines; a map without keys where something else stands there.
    public YamlMap at(String pointer) {
        int start = lineOf(pointer);
        if (!(node.at(pointer) instanceof ObjectNode below)) {
            return empty(file, start);
        }
        NavigableMap<String, Integer> inside = new TreeMap<>();
        // '0' comes right after '/': this is all that begins with the pointer and a slash.
        lines.subMap(pointer + "/", pointer + "0").forEach((key, value) -> inside.put(key.substring(pointer.length()), value));
        return new YamlMap(file, start, below, Collections.unmodifiableNavigableMap(inside));
    }
}
