package org.tabularium.shell.condition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// A condition with the label of its row.
///
/// @param where null for everybody (in rows that ask several conditions in turn: for the rest)
public record LabelledCondition(String label, @Nullable Condition where) {

    /// One that has passed the schema.
    public static LabelledCondition of(JsonNode map) {
        return new LabelledCondition(map.path("label").asText(), ConditionReader.read(map.path("where")));
    }

    /// A list of them that has passed the schema.
    public static List<LabelledCondition> list(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(LabelledCondition::of).toList();
    }
}
