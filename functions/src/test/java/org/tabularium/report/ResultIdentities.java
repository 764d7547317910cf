package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tabularium.shell.PopulationName;
import org.tabularium.shell.ShellCatalog;

/// What must hold between the numbers of a report, whatever the data.
final class ResultIdentities {

    private static final ShellCatalog SHELLS = ShellCatalog.builtIn();

    private ResultIdentities() {}

    static void hold(List<JsonNode> results) {
        statistics(results);
        baselineAddsUp(results);
        gradesAddUp(results);
        doseLevelsAddUp(results);
        armsAddUp(results);
        columnsAreTheSame(results);
    }

    private static String text(JsonNode record, String key) {
        return record.path(key).asText();
    }

    private static String column(JsonNode record) {
        return text(record, "table") + record.path("groups");
    }

    /// The statistics of one cell are in order.
    private static void statistics(List<JsonNode> results) {
        Map<String, Map<String, Double>> cells = new LinkedHashMap<>();
        Set<String> times = new TreeSet<>();
        for (JsonNode record : results) {
            String key = column(record) + record.path("variable") + record.path("level");
            if (text(record, "statistic").equals("median-time")) {
                times.add(key);
            }
            if (record.path("value").isNumber() && !text(record, "statistic").equals("value")) {
                cells.computeIfAbsent(key, k -> new TreeMap<>())
                        .put(text(record, "statistic"), record.path("value").asDouble());
            }
        }
        cells.forEach((key, of) -> {
            ordered(key, of, "min", "q1", "median", "q3", "max");
            ordered(key, of, "min", "mean", "max");
            if (!times.contains(key)) { // the limits there are of the time
                ordered(key, of, "ci-lower", "percent", "ci-upper");
            }
            ordered(key, of, "count", "events");
            ordered(key, of, "count", "n");
            assertThat(of.getOrDefault("sd", 0.0)).as(key).isNotNegative();
            assertThat(of.getOrDefault("percent", 0.0)).as(key).isBetween(0.0, 100.0);
            assertThat(of.getOrDefault("p-value", 0.0)).as(key).isBetween(0.0, 1.0);
        });
    }

    private static void ordered(String key, Map<String, Double> of, String... statistics) {
        List<String> present = Stream.of(statistics).filter(of::containsKey).toList();
        for (int i = 1; i < present.size(); i++) {
            double low = requireNonNull(of.get(present.get(i - 1)));
            double high = requireNonNull(of.get(present.get(i)));
            assertThat(low).as("%s: %s ≤ %s", key, present.get(i - 1), present.get(i))
                    .isLessThanOrEqualTo(high + 1e-9 * Math.max(1, Math.abs(high)));
        }
    }

    /// Each column's N of a table, by [#column].
    private static Map<String, Double> columns(List<JsonNode> results) {
        Map<String, Double> columns = new TreeMap<>();
        results.stream().filter(r -> text(r, "statistic").equals("N"))
                .forEach(r -> columns.put(column(r), r.path("value").asDouble()));
        return columns;
    }

    /// n and the missing of a baseline variable are the column; the levels of a text are its n.
    private static void baselineAddsUp(List<JsonNode> results) {
        Map<String, Double> columns = columns(results);
        Map<String, Double> known = new TreeMap<>();
        Map<String, Double> missing = new TreeMap<>();
        Map<String, Double> levels = new TreeMap<>();
        Map<String, String> of = new TreeMap<>();
        for (JsonNode record : results) {
            if (!text(record, "table").equals("baseline") || record.path("variable").isNull()) {
                continue;
            }
            String key = column(record) + record.path("variable");
            of.put(key, column(record));
            double value = record.path("value").asDouble();
            switch (text(record, "statistic")) {
                case "n" -> known.put(key, value);
                case "missing" -> missing.put(key, value);
                case "count" -> levels.merge(key, value, Double::sum);
                default -> {}
            }
        }
        of.keySet().retainAll(known.keySet());
        of.forEach((key, column) -> assertThat(requireNonNull(known.get(key)) + missing.getOrDefault(key, 0.0)).as(key)
                .isEqualTo(columns.get(column)));
        levels.forEach((key, sum) -> assertThat(sum).as(key).isEqualTo(known.get(key)));
    }

    /// A subject has one worst grade: the grades of a term are its "Any grade".
    private static void gradesAddUp(List<JsonNode> results) {
        Map<String, Double> any = new TreeMap<>();
        Map<String, Double> grades = new TreeMap<>();
        for (JsonNode record : results) {
            JsonNode level = record.path("level");
            if (text(record, "table").equals("aesi") && text(record, "statistic").equals("count") && level.size() == 2) {
                String term = column(record) + level.path(0);
                double value = record.path("value").asDouble();
                if (level.path(1).asText().equals("Any grade")) {
                    any.put(term, value);
                } else if (level.path(1).asText().matches("Grade \\d|Grade missing")) {
                    grades.merge(term, value, Double::sum);
                }
            }
        }
        grades.forEach((term, sum) -> assertThat(sum).as(term).isEqualTo(any.get(term)));
    }

    /// The treated of a dose level are evaluable, in the window or neither.
    private static void doseLevelsAddUp(List<JsonNode> results) {
        Map<String, Double> columns = columns(results);
        Map<String, Double> parts = new TreeMap<>();
        for (JsonNode record : results) {
            boolean evaluable = text(record, "statistic").equals("n") && record.path("level").isNull();
            boolean other = List.of("Not evaluable", "In the DLT window at the cut-off").contains(text(record, "level"))
                    && text(record, "statistic").equals("count");
            if (text(record, "table").equals("dlt") && (evaluable || other)) {
                parts.merge(column(record), record.path("value").asDouble(), Double::sum);
            }
        }
        parts.forEach((column, sum) -> assertThat(sum).as(column).isEqualTo(columns.get(column)));
    }

    /// The total has at least the subjects of its arms or cohorts, in each subgroup too.
    private static void armsAddUp(List<JsonNode> results) {
        Map<String, Double> columns = columns(results);
        Map<String, Double> arms = new TreeMap<>();
        for (JsonNode record : results) {
            ObjectNode groups = record.path("groups").deepCopy();
            if (text(record, "statistic").equals("N")
                    && groups.remove(List.of("TRT01A", "COHORT")).size() < record.path("groups").size()) {
                arms.merge(text(record, "table") + groups, record.path("value").asDouble(), Double::sum);
            }
        }
        arms.forEach((total, sum) -> {
            if (columns.containsKey(total)) {
                assertThat(sum).as(total).isLessThanOrEqualTo(columns.get(total));
            }
        });
    }

    /// A column of a population has one N, in whatever table it stands.
    private static void columnsAreTheSame(List<JsonNode> results) {
        Map<String, Set<Double>> columns = new TreeMap<>();
        for (JsonNode record : results) {
            if (text(record, "statistic").equals("N")) {
                PopulationName population = SHELLS.shell(shell(text(record, "table"))).population();
                columns.computeIfAbsent(population + " " + record.path("groups"), k -> new TreeSet<>())
                        .add(record.path("value").asDouble());
            }
        }
        columns.forEach((column, n) -> assertThat(n).as(column).hasSize(1));
    }

    /// `change-pga` is of the shell `change`.
    private static String shell(String table) {
        return SHELLS.ids().contains(table)
                ? table
                : SHELLS.ids().stream().filter(id -> table.startsWith(id + "-")).findFirst().orElseThrow();
    }
}
