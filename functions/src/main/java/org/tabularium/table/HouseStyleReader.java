package org.tabularium.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.tabularium.table.number.IntervalStyle;
import org.tabularium.table.number.NumberStyle;
import org.tabularium.table.number.PValueStyle;
import org.tabularium.yaml.YamlMap;
import org.tabularium.yaml.YamlReader;

/// Reads a house style of ours from the class path. A test holds the files against their schema.
final class HouseStyleReader {

    private HouseStyleReader() {}

    static HouseStyle read(String id) {
        YamlMap map = YamlReader.resource("templates/styles/" + id + ".yaml");
        JsonNode numbers = map.get("numbers");
        return new HouseStyle(
                constant(HouseStyle.Numbering.class, map.get("numbering")),
                constant(FrontMatter.class, map.get("front-matter")),
                constant(PageFurniture.class, map.get("furniture")),
                map.get("listings").asBoolean(),
                constant(FootnoteMarks.Kind.class, map.get("marks")),
                map.get("own-footnotes").asBoolean(),
                map.get("cells-in-note").asBoolean(),
                map.get("source-line").asBoolean(),
                map.get("sentence-case").asBoolean(),
                map.get("population-line").asBoolean(),
                map.get("column-total").asText(),
                words(map.get("continuous")),
                words(map.get("by-visit")),
                map.get("yes-only").asBoolean(),
                map.get("typeset-doses").asBoolean(),
                map.get("spelled-below").asInt(),
                new NumberStyle(
                        numbers.path("decimal-mark").asText().charAt(0),
                        numbers.path("percent-decimals").asInt(),
                        numbers.path("whole-percent-below-100").asBoolean(),
                        numbers.path("quantiles-as-collected").asBoolean(),
                        constant(PValueStyle.class, numbers.path("p-value")),
                        constant(IntervalStyle.class, numbers.path("interval")),
                        numbers.path("intervals-of-one").asBoolean(),
                        numbers.path("thin-spaces").asBoolean()));
    }

    private static List<String> words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode word) {
        return Enum.valueOf(type, word.asText().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
