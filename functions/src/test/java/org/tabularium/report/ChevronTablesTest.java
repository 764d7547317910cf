package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// Tables of chevron, all cells and the order of the rows: aet04, adverse events by groups of grades.
///
/// Oracle: chevron's own snapshots (github.com/insightsengineering/chevron, tests/testthat/_snaps), written down beside this test
/// as CSV. The data are made by test-data/oracle/chevron_data.R and are not part of the project: [Places#beside] says where they
/// are looked for.
@Shows(Requirement.STATISTICS_RIGHT)
class ChevronTablesTest {

    private static final String FOLDER = "/report/chevron/";

    @TempDir
    static Path temp;

    private static @Nullable MadeReport made;

    @BeforeAll
    static void makeReport() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("chevron"));
        for (String dataset : List.of("adsl.xpt", "adae.xpt", "adrs.xpt")) {
            Files.copy(Places.beside("chevron", dataset), folder.resolve(dataset));
        }
        Files.writeString(folder.resolve("study.yaml"), text("study.yaml"));
        made = MadeReport.of(folder);
    }

    private static String text(String name) throws IOException {
        try (InputStream in = ChevronTablesTest.class.getResourceAsStream(FOLDER + name)) {
            return new String(requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({"aet04-3-4,66", "aet04-3-5,69"})
    void aet04AdverseEventsByGroupsOfGrades(String table, int rows) throws IOException {
        List<List<String>> published = Csv.rows(text(table + ".csv"));
        List<List<String>> expected = new ArrayList<>();
        for (List<String> row : published.subList(1, published.size())) {
            List<String> line = new ArrayList<>(List.of(label(row)));
            for (int arm = 3; arm < row.size(); arm += 2) {
                line.add(row.get(arm + 1).isEmpty() ? row.get(arm) : row.get(arm) + " (" + row.get(arm + 1) + "%)");
            }
            expected.add(line);
        }
        List<List<String>> ours = requireNonNull(made).rows(table);
        assertThat(ours.subList(1, ours.size())).hasSize(rows).isEqualTo(expected);
    }

    /// Chevron names a level in a line of its own and says "- Any Grade -" below it.
    private static String label(List<String> row) {
        String grade = row.get(2);
        if (!grade.equals("- Any Grade -")) {
            return (grade.startsWith("Grade") ? grade : "Grade " + grade).replace('-', '–').replace("3–5", "≥3");
        }
        if (row.getFirst().equals("- Any adverse events -")) {
            return "Any adverse event";
        }
        String level = row.get(1).equals("- Overall -") ? row.getFirst() : row.get(1);
        return level.equals("No Coding Available") ? "Not coded" : level;
    }
}
