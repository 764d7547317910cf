package org.tabularium.shell.condition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabularium.shell.condition.Condition.Comparator;
import org.tabularium.yaml.YamlWords;

/// Reads a `where:` that has passed the schema.
public final class ConditionReader {

    private ConditionReader() {}

    /// The condition; null where there is none.
    public static @Nullable Condition read(JsonNode where) {
        return where.isMissingNode() ? null : condition(where);
    }

    private static Condition condition(JsonNode map) {
        List<Condition> all = new ArrayList<>();
        map.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            switch (entry.getKey()) {
                case "and" -> conditions(value).forEach(all::add);
                case "or" -> all.add(new Condition.Or(conditions(value)));
                case "not" -> all.add(new Condition.Not(condition(value)));
                case "term" -> all.add(term(YamlWords.list(value)));
                default -> comparisons(entry.getKey(), value, all);
            }
        });
        return all.size() == 1 ? all.getFirst() : new Condition.And(List.copyOf(all));
    }

    private static List<Condition> conditions(JsonNode list) {
        List<Condition> conditions = new ArrayList<>();
        list.forEach(map -> conditions.add(condition(map)));
        return List.copyOf(conditions);
    }

    private static Condition term(List<String> names) {
        List<Condition> terms = names.stream().<Condition>map(Condition.Term::new).toList();
        return terms.size() == 1 ? terms.getFirst() : new Condition.Or(terms);
    }

    private static void comparisons(String variable, JsonNode value, List<Condition> all) {
        if (value.isArray()) {
            all.add(new Condition.Compare(variable, Comparator.IN, YamlWords.list(value)));
        } else if (value.isObject()) {
            value.properties().forEach(entry -> all.add(comparison(variable, entry.getKey(), entry.getValue())));
        } else {
            all.add(new Condition.Compare(variable, Comparator.EQ, List.of(value.asText())));
        }
    }

    private static Condition comparison(String variable, String word, JsonNode value) {
        return switch (word) {
            case "missing" -> new Condition.Missing(variable, value.asBoolean());
            case "is" -> new Condition.Named(variable, value.asText());
            default -> new Condition.Compare(variable, YamlWords.constant(Comparator.class, word), YamlWords.list(value));
        };
    }
}
