package org.tabularium.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One record of results.json, or one that is expected there.
///
/// @param level its parts: one for a plain level, several for nested ones; null for none
/// @param value null for what cannot be computed
/// @param text the displayed cell; null where there is none, or where nothing is expected of it
record ResultRecord(
        String table,
        SortedMap<String, String> groups,
        @Nullable String variable,
        @Nullable List<String> level,
        String statistic,
        @Nullable Double value,
        @Nullable String text) {

    static ResultRecord of(JsonNode node) {
        SortedMap<String, String> groups = new TreeMap<>();
        node.required("groups").properties().forEach(group -> groups.put(group.getKey(), group.getValue().textValue()));
        JsonNode value = node.required("value");
        return new ResultRecord(node.required("table").textValue(), groups, node.required("variable").textValue(),
                level(node.required("level")), node.required("statistic").textValue(),
                value.isNumber() ? Double.valueOf(value.doubleValue()) : null, node.required("text").textValue());
    }

    private static @Nullable List<String> level(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (!node.isArray()) {
            return List.of(node.textValue());
        }
        List<String> parts = new ArrayList<>();
        node.forEach(part -> parts.add(part.textValue()));
        return List.copyOf(parts);
    }

    /// Whether a value equals the expected one within 1e-9, relative from 1 on.
    boolean hasValue(@Nullable Double expected) {
        if (value == null || expected == null) {
            return value == null && expected == null;
        }
        return Math.abs(value - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
    }

    @Override
    public String toString() {
        return "%s%s %s %s %s = %s \"%s\"".formatted(table, groups, variable, level, statistic, value, text);
    }
}
