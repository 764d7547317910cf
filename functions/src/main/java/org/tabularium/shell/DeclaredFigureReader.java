package org.tabularium.shell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads `figure:` of a shell that has passed the schema, and fills in the defaults.
final class DeclaredFigureReader {

    /// The kinds, each with the keys that it knows beside `kind`.
    static final Map<String, List<String>> KEYS = Map.of(
            "km", List.of("parameter", "unit", "landmarks", "strata", "ties"),
            "swimmer", List.of("parameters", "terms", "unit"));

    private DeclaredFigureReader() {}

    static DeclaredFigure read(JsonNode map) {
        String kind = map.path("kind").asText();
        return switch (kind) {
            case "km" -> new DeclaredFigure.Survival(new DeclaredRows.TimeToEvent(
                    text(map.path("parameter")),
                    map.path("unit").asText(),
                    YamlWords.numbers(map.path("landmarks")),
                    YamlWords.list(map.path("strata")),
                    YamlWords.constant(DeclaredRows.Ties.class, map.path("ties"), DeclaredRows.Ties.EFRON)));
            case "swimmer" -> new DeclaredFigure.Swimmer(
                    YamlWords.list(map.path("parameters")), YamlWords.list(map.path("terms")), text(map.path("unit")));
            default -> throw new IllegalArgumentException("no kind of figure: " + kind);
        };
    }

    private static @Nullable String text(JsonNode node) {
        return node.isMissingNode() ? null : node.asText();
    }
}
