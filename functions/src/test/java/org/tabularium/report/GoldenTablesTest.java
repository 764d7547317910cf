package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tabularium.publish.TableStatus;

/// Every table of the studies of `test-data`, byte for byte as it was when somebody last looked at it. The numbers in these files are our own output, so they
/// prove nothing: [ExpectedNumbersTest] and [PublishedFiguresTest] guard the numbers, these files the layout (labels, order, headings, indentation).
///
/// `mvn -pl functions test -Dtest=GoldenTablesTest -Dtabularium.golden=write` writes them anew; review `git diff test-data/expected` before the commit.
class GoldenTablesTest {

    private static final boolean WRITE = "write".equals(System.getProperty("tabularium.golden"));

    @TestFactory
    Stream<DynamicTest> tablesLookAsReviewed() {
        return Places.STUDIES.stream()
                .flatMap(study -> produced(study).map(table -> DynamicTest.dynamicTest(study + " " + table, () -> {
                    Path golden = folder(study).resolve(table + ".csv");
                    String made = MadeReport.ofTestData(study).csv(table);
                    if (WRITE) {
                        Files.createDirectories(folder(study));
                        Files.writeString(golden, made);
                    }
                    assertThat(golden).as("reviewed table").exists();
                    assertThat(made).isEqualTo(new String(Files.readAllBytes(golden), StandardCharsets.UTF_8));
                })));
    }

    @TestFactory
    Stream<DynamicTest> everyReviewedTableIsMade() {
        return Places.STUDIES.stream().map(study -> DynamicTest.dynamicTest(study,
                () -> assertThat(reviewed(study)).containsExactlyInAnyOrderElementsOf(produced(study).toList())));
    }

    private static Stream<String> produced(String study) {
        return MadeReport.ofTestData(study).report().tables().stream().filter(TableStatus::produced).map(TableStatus::name);
    }

    private static List<String> reviewed(String study) {
        try (Stream<Path> files = Files.list(folder(study))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.csv$", "")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(String study) {
        return Places.testData("expected/" + study + "/tables");
    }
}
