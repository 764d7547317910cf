package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// Every number of the project's own studies. Oracle: `test-data/expected.py`, which shares nothing with this program, reads the
/// datasets with readers of
/// its own and computes in exact fractions; how its records are looked up stands in `test-data/README.md`.
@Shows(Requirement.DISPLAYS_RIGHT)
class ExpectedNumbersTest {

    private static final Set<String> REPEATABLE = Set.of("N", "n", "count", "percent");

    @TestFactory
    Stream<DynamicTest> everyExpectedNumber() {
        return studies().stream().flatMap(study -> expected(study).entrySet().stream()
                .map(table -> DynamicTest.dynamicTest(
                        study + " " + table.getKey() + ": " + table.getValue().size() + " numbers",
                        () -> assertThat(differences(table.getValue(), MadeReport.ofTestData(study).results()))
                                .as("of %d expected records of %s in %s", table.getValue().size(), table.getKey(), study)
                                .isEmpty())));
    }

    /// A safeguard: an expectation that shrinks to nothing would pass.
    @Test
    void thousandsOfNumbersAreExpected() {
        assertThat(studies().stream().flatMap(s -> expected(s).values().stream()).mapToInt(List::size).sum())
                .isGreaterThan(25_000);
    }

    private static List<String> differences(List<ResultRecord> expected, ResultRecords results) {
        List<String> differences = new ArrayList<>();
        for (ResultRecord one : expected) {
            List<ResultRecord> found = results.find(one.table(), one.groups(), one.variable(), one.level(), one.statistic());
            if (found.isEmpty()) {
                differences.add("missing: " + one);
            } else if (found.size() > 1 && !REPEATABLE.contains(one.statistic())) {
                differences.add("ambiguous: %s, found %s".formatted(one, found));
            } else if (!found.stream().allMatch(f -> f.hasValue(one.value()))) {
                differences.add("value: expected %s, found %s".formatted(one, found));
            } else if (found.stream().noneMatch(f -> isShownAs(one.text(), f.text()))) {
                differences.add("text: expected %s, found %s".formatted(one, found));
            }
        }
        return differences;
    }

    /// A row that nobody is in may be left out of the table; then its zeros are shown nowhere.
    private static boolean isShownAs(@Nullable String expected, @Nullable String text) {
        return expected == null || expected.equals(text) || (text == null && expected.equals("0"));
    }

    /// The studies of which something is expected.
    private static List<String> studies() {
        try (Stream<Path> folders = Files.list(Places.testData("expected"))) {
            return folders.filter(f -> Files.exists(f.resolve("numbers.json")) || Files.exists(f.resolve("laboratory.json")))
                    .map(f -> f.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The expected records by table, in the files' order within.
    private static Map<String, List<ResultRecord>> expected(String study) {
        Map<String, List<ResultRecord>> tables = new TreeMap<>();
        for (JsonNode node : tree(study, "numbers.json")) {
            ResultRecord one = ResultRecord.of(node);
            tables.computeIfAbsent(one.table(), t -> new ArrayList<>()).add(one);
        }
        for (JsonNode group : tree(study, "laboratory.json")) {
            for (JsonNode value : group.path("values")) {
                ObjectNode record = JsonNodeFactory.instance.objectNode();
                record.set("table", group.path("table"));
                record.set("groups", group.path("groups"));
                int place = 0;
                for (String key : List.of("variable", "level", "statistic", "value", "text")) {
                    record.set(key, value.path(place++));
                }
                ResultRecord one = ResultRecord.of(record);
                tables.computeIfAbsent(one.table(), t -> new ArrayList<>()).add(one);
            }
        }
        return tables;
    }

    private static JsonNode tree(String study, String file) {
        try {
            Path path = Places.testData("expected/" + study + "/" + file);
            return Files.exists(path) ? ResultRecords.tree(Files.readAllBytes(path)) : JsonNodeFactory.instance.arrayNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
