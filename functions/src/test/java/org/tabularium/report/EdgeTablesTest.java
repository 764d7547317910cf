package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.casefile.Case;
import org.tabularium.finding.Finding;

/// Runs `test-data/spec/edge-tables.yaml`, `records.yaml` and `kinds.yaml`: each case is a study and what its tables print, worked out by hand
/// or by R as the case says.
@Shows(Requirement.DISPLAYS_RIGHT)
class EdgeTablesTest {

    @TempDir
    Path temp;

    @TestFactory
    Stream<DynamicTest> tablesPrintWhatAStatisticianAccepts() {
        return Stream.of("spec/edge-tables.yaml", "spec/records.yaml", "spec/kinds.yaml").flatMap(file -> Case.of(file, "cases"))
                .map(one -> DynamicTest.dynamicTest(one.text("case"), () -> run(one)));
    }

    private void run(Case one) throws IOException {
        MadeReport report = MadeReport.of(written(one));
        Map<String, String> reasons = new TreeMap<>();
        report.report().displays().stream().filter(t -> !t.produced())
                .forEach(t -> reasons.put(t.name(), String.valueOf(t.reason())));
        Map<String, String> whyNot = new TreeMap<>();
        map(one, "why-not").forEach((table, reason) -> whyNot.put(table, String.valueOf(reason)));
        assertThat(reasons).isEqualTo(whyNot);
        map(one, "rows").forEach((table, rows) -> assertThat(
                report.rows(table).stream().map(row -> String.join("|", row)).toList()).as(table)
                .containsSubsequence(texts(rows)));
        String findings = String.join("\n", report.report().findings().listed().stream().map(Finding::line).toList());
        texts(one.fields().get("findings")).forEach(text -> assertThat(findings).contains(text));
        texts(one.fields().get("no-findings")).forEach(text -> assertThat(findings).doesNotContain(text));
        JsonNode results = new ObjectMapper().readTree(report.file("results.json"));
        map(one, "notes").forEach((table, notes) -> assertThat(StreamSupport.stream(results.spliterator(), false)
                .filter(record -> record.path("table").asText().equals(table)).map(record -> record.path("note").asText()))
                .as(table).containsAll(texts(notes)));
        map(one, "footnotes").forEach((table, starts) -> {
            String pdf = report.pdf("tables/" + table + ".pdf").replaceAll("\\s+", " ");
            assertThat(pdf).as(table).contains(texts(starts));
        });
        for (JsonNode record : results) {
            assertThat(record.path("value").isNull()).as(record.toString()).isEqualTo(!record.path("note").isNull());
        }
        assertThat(new String(report.file("results.json"), StandardCharsets.UTF_8)).doesNotContain("NaN", "Infinity");
    }

    private Path written(Case one) throws IOException {
        Path folder = Files.createDirectories(temp.resolve(Integer.toHexString(one.text("case").hashCode())).resolve("EDGE"));
        map(one, "files").forEach((name, text) -> {
            try {
                Path file = folder.resolve(name);
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.writeString(file, String.valueOf(text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return folder;
    }

    private static Map<String, Object> map(Case one, String name) {
        Map<String, Object> map = new TreeMap<>();
        if (one.fields().get(name) instanceof Map<?, ?> given) {
            given.forEach((key, value) -> map.put(String.valueOf(key), value));
        }
        return map;
    }

    private static List<String> texts(@Nullable Object list) {
        return list == null ? List.of() : ((List<?>) list).stream().map(String::valueOf).toList();
    }
}
