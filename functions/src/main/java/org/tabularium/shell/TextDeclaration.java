package org.tabularium.shell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.tabularium.shell.DeclaredText.Form;
import org.tabularium.shell.DeclaredText.Sentence;
import org.tabularium.shell.DeclaredText.Slot;

/// How shells write texts, with the defaults.
public final class TextDeclaration {

    public static final RowsDeclaration<DeclaredText> TEXT = RowsDeclaration.of("text", DeclaredText.class,
            NamedVariable.Of.RECORDS,
            list -> new DeclaredText(
                    StreamSupport.stream(list.spliterator(), false).map(TextDeclaration::sentence).toList()));

    private TextDeclaration() {}

    private static Sentence sentence(JsonNode map) {
        Map<String, Slot> slots = new LinkedHashMap<>();
        map.path("slots").properties().forEach(entry -> slots.put(entry.getKey(), slot(entry.getValue())));
        return new Sentence(map.path("say").asText(), map.path("paragraph").asBoolean(), slots);
    }

    private static Slot slot(JsonNode map) {
        JsonNode level = map.path("level");
        return new Slot(
                map.path("table").asText(),
                text(map.path("variable")),
                text(map.path("parameter")),
                level.isTextual() ? List.of(level.asText()) : YamlWords.list(level),
                text(map.path("at")),
                map.path("statistic").asText("count"),
                YamlWords.constant(Form.class, map.path("form"), Form.VALUE),
                text(map.path("except")),
                map.path("item").asText("{n} {name}"),
                map.path("last").asText(" and "));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isMissingNode() ? null : node.asText();
    }
}
