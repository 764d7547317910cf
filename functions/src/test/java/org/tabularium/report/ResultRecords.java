package org.tabularium.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The records of a results.json, found by their keys.
final class ResultRecords {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Key, List<ResultRecord>> records = new HashMap<>();

    private record Key(String table, Map<String, String> groups, String statistic) {}

    private ResultRecords() {}

    static ResultRecords of(byte[] json) {
        ResultRecords all = new ResultRecords();
        for (JsonNode node : tree(json)) {
            ResultRecord one = ResultRecord.of(node);
            all.records.computeIfAbsent(new Key(one.table(), one.groups(), one.statistic()), key -> new ArrayList<>()).add(one);
        }
        return all;
    }

    static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The records with these keys.
    ///
    /// @param variable null for any
    /// @param level its parts; null for any
    List<ResultRecord> find(
            String table,
            Map<String, String> groups,
            @Nullable String variable,
            @Nullable List<String> level,
            String statistic) {
        return records.getOrDefault(new Key(table, new TreeMap<>(groups), statistic), List.of()).stream()
                .filter(r -> variable == null || variable.equals(r.variable()))
                .filter(r -> level == null || level.equals(r.level())).toList();
    }

    /// The one value with these keys; several records must agree.
    @Nullable
    Double value(String table, Map<String, String> groups, @Nullable String variable, @Nullable List<String> level,
            String statistic) {
        return one(table, groups, variable, level, statistic).value();
    }

    /// The one record with these keys; several must agree in value and text.
    ResultRecord one(String table, Map<String, String> groups, @Nullable String variable, @Nullable List<String> level,
            String statistic) {
        List<ResultRecord> found = find(table, groups, variable, level, statistic);
        if (found.isEmpty() || found.stream().map(ResultRecord::value).distinct().count() != 1) {
            throw new AssertionError(
                    "results.json has %s for %s %s %s %s %s".formatted(found.isEmpty() ? "nothing" : found, table,
                            groups, variable, level, statistic));
        }
        return found.getFirst();
    }
}
