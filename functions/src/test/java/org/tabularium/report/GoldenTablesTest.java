package org.tabularium.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.run.DisplayStatus;
import org.tabularium.table.display.Display;

/// Every table of the studies of `test-data`, byte for byte as it was when somebody last looked at it. The numbers in these files
/// are our own output, so they
/// prove nothing: [ExpectedNumbersTest] and [PublishedFiguresTest] guard the numbers, these files the layout (labels, order,
/// headings, indentation).
///
/// `mvn -pl functions test -Dtest=GoldenTablesTest -Dtabularium.golden=write` writes them anew; review `git diff
/// test-data/expected` before the commit.
@Shows(Requirement.DISPLAYS_RIGHT)
class GoldenTablesTest {

    private static final boolean WRITE = "write".equals(System.getProperty("tabularium.golden"));

    private static final Set<String> TRIAL_TABLES = Set.of(
            "dlt", "listing-dlt", "eligibility", "exposure", "infections", "aesi");

    @TestFactory
    Stream<DynamicTest> tablesLookAsReviewed() {
        return Places.ALL_STUDIES.stream()
                .flatMap(study -> compared(study).map(table -> DynamicTest.dynamicTest(study + " " + table, () -> {
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
        return Places.ALL_STUDIES.stream().map(study -> DynamicTest.dynamicTest(study,
                () -> assertThat(reviewed(study)).containsExactlyInAnyOrderElementsOf(compared(study).toList())));
    }

    /// The tables made that are to be reviewed: all of a study, those of [#TRIAL_TABLES] of a trial.
    private static Stream<String> compared(String study) {
        return produced(study).filter(table -> Places.STUDIES.contains(study) || TRIAL_TABLES.contains(table));
    }

    private static Stream<String> produced(String study) {
        return MadeReport.ofTestData(study).report().displays().stream().filter(DisplayStatus::produced)
                .filter(display -> display.kind() == Display.Kind.TABLE || display.kind() == Display.Kind.LISTING)
                .map(DisplayStatus::name);
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
