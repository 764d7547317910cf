package org.tabularium.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Words of YAML that has passed the schema.
public final class YamlWords {

    private YamlWords() {}

    /// The texts of a list, or the one text that stands in place of a list; empty for none.
    public static List<String> list(JsonNode node) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).toList();
        }
        return node.isMissingNode() ? List.of() : List.of(node.asText());
    }

    /// The numbers of a list, or the one number that stands in place of a list; empty for none.
    public static List<Double> numbers(JsonNode node) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false).map(JsonNode::asDouble).toList();
        }
        return node.isMissingNode() ? List.of() : List.of(node.asDouble());
    }

    /// The text; null where there is none.
    public static @Nullable String text(JsonNode node) {
        return node.isMissingNode() ? null : node.asText();
    }

    /// The constant of a lower-case word with hyphens.
    public static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// The constant of the node's word, or the default where there is none.
    public static <E extends Enum<E>> E constant(Class<E> type, JsonNode node, E absent) {
        return node.isMissingNode() ? absent : constant(type, node.asText());
    }
}
