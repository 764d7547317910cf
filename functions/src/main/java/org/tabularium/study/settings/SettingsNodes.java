package org.tabularium.study.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Values of study.yaml as lists, maps and names. Names of variables and datasets count in any letter case and are kept in
/// capital letters.
final class SettingsNodes {

    private SettingsNodes() {}

    /// A list, or a single value as a list of one; empty where nothing stands.
    static List<String> list(JsonNode node) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).toList();
        }
        return node.isMissingNode() ? List.of() : List.of(node.asText());
    }

    static List<String> names(JsonNode node) {
        return list(node).stream().map(SettingsNodes::name).toList();
    }

    /// A name in capitals, with one blank where the study writes several or breaks the line, as columns of a workbook may.
    static String name(String written) {
        return written.strip().replaceAll("(?U)\\s+", " ").toUpperCase(Locale.ROOT);
    }

    static @Nullable String nameOrNull(JsonNode node) {
        return node.isMissingNode() ? null : name(node.asText());
    }

    static @Nullable String textOrNull(JsonNode node) {
        return node.isMissingNode() ? null : node.asText();
    }

    /// The map in the order of the file.
    static <T> Map<String, T> map(JsonNode node, Function<JsonNode, T> value) {
        return map(node, Function.identity(), value);
    }

    /// The map in the order of the file, its keys being names.
    static <T> Map<String, T> byName(JsonNode node, Function<JsonNode, T> value) {
        return map(node, SettingsNodes::name, value);
    }

    private static <T> Map<String, T> map(JsonNode node, Function<String, String> key, Function<JsonNode, T> value) {
        Map<String, T> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> map.put(key.apply(entry.getKey()), value.apply(entry.getValue())));
        return Collections.unmodifiableMap(map);
    }
}
