package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The examples of docs/shells make the tables that they say they make, cell by cell. Oracle: `test-data/expected_shells.py`, which
/// counts plainly in the data and shares nothing with this program. They are given as a library (`--templates`), from which each run
/// asks for those of its study.
class OwnShellsTest {

    private static final Path ROOT = Path.of(System.getProperty("tabularium.root"));
    private static final Path EXPECTED = ROOT.resolve("test-data/expected/own-shells");

    private record Expected(String study, String table, List<List<String>> rows) {}

    private static final List<Expected> EXAMPLES = expected();
    private static final Map<String, CommandRun> RUNS = new TreeMap<>();

    @TempDir
    static Path temp;

    private static List<Expected> expected() {
        try {
            return new JsonMapper().readValue(EXPECTED.resolve("cells.json").toFile(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeAll
    static void run() throws IOException {
        for (String study : EXAMPLES.stream().map(Expected::study).distinct().toList()) {
            Path copy = Files.createDirectories(temp.resolve(study));
            try (Stream<Path> files = Files.list(Places.testData(study))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, copy.resolve(String.valueOf(file.getFileName())));
                }
            }
            if (study.equals("saf-202")) {
                Files.copy(EXPECTED.resolve("adegi.csv"), copy.resolve("adegi.csv"));
            }
            List<String> arguments = new ArrayList<>(List.of("report", copy.toString(), "--format", "csv", "--templates",
                    ROOT.resolve("docs/shells").toString()));
            EXAMPLES.stream().filter(example -> example.study().equals(study))
                    .forEach(example -> arguments.addAll(List.of("--table", example.table())));
            RUNS.put(study, CommandRun.of(temp, arguments.toArray(String[]::new)));
        }
    }

    @TestFactory
    Stream<DynamicTest> examplesShowWhatACountInTheDataGives() {
        return EXAMPLES.stream().map(example -> DynamicTest.dynamicTest(example.table(), () -> {
            CommandRun run = requireNonNull(RUNS.get(example.study()));
            assertThat(run.exit()).as(run.err()).isZero();
            List<List<String>> rows = run.rows(example.study(), example.table()).stream()
                    .map(row -> row.stream().map(String::strip).toList()).toList();
            int at = 0;
            for (List<String> row : example.rows()) {
                int from = at;
                int found = Stream.iterate(from, i -> i + 1).limit(rows.size() - (long) from)
                        .filter(i -> rows.get(i).size() >= row.size() && rows.get(i).subList(0, row.size()).equals(row))
                        .findFirst().orElse(-1);
                assertThat(found).as("%s in %s", row, rows.subList(from, rows.size())).isNotNegative();
                at = found + 1;
            }
        }));
    }

    @Test
    void everyExampleIsCountedAndStandsOnThePage() throws IOException {
        List<String> there;
        try (Stream<Path> files = Files.list(ROOT.resolve("docs/shells"))) {
            there = files.map(file -> String.valueOf(file.getFileName()).replace(".yaml", "")).sorted().toList();
        }
        assertThat(EXAMPLES).extracting(Expected::table).containsExactlyInAnyOrderElementsOf(there);
        String page = Files.readString(ROOT.resolve("docs/shells.md"));
        assertThat(there.stream().filter(id -> !page.contains("](shells/" + id + ".yaml)")).collect(Collectors.toList()))
                .isEmpty();
    }
}
