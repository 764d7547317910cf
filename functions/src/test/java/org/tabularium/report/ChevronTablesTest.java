package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;

/// Tables of chevron, all cells: aet04, adverse events by groups of grades, also the order of its rows; rspt01, best response with
/// intervals, differences, odds ratios and tests, with and without strata.
///
/// Oracle: chevron's own snapshots (github.com/insightsengineering/chevron, tests/testthat/_snaps), written down beside this test
/// as CSV. The data are made by test-data/oracle/chevron_data.R and are not part of the project: [Places#beside] says where they
/// are looked for.
@Shows(Requirement.STATISTICS_RIGHT)
class ChevronTablesTest {

    private static final String FOLDER = "/report/chevron/";

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    /// 11 · 5 / (4 · 10) is 1.375 exactly; the iterations of R's glm end at 1.3749999999964, which chevron prints as 1.37.
    private static final String GLM_ROUNDED = "1.38";

    @TempDir
    static Path temp;

    private static @Nullable MadeReport made;
    private static @Nullable MadeReport ninety;

    @BeforeAll
    static void makeReports() throws IOException {
        made = report("study.yaml");
        ninety = report("ninety.yaml");
    }

    private static MadeReport report(String settings) throws IOException {
        Path folder = temp.resolve(settings);
        Files.createDirectories(folder.resolve("templates"));
        for (String dataset : List.of("adsl.xpt", "adae.xpt", "adrs.xpt")) {
            Files.copy(Places.beside("chevron", dataset), folder.resolve(dataset));
        }
        Files.writeString(folder.resolve("templates/rspt01.yaml"), text("templates/rspt01.yaml"));
        Files.writeString(folder.resolve("study.yaml"), text(settings));
        return MadeReport.of(folder);
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

    /// Chevron's thirteen snapshots have the numbers of these four.
    @ParameterizedTest
    @CsvSource({"both-or,unstratified,stratified,A: Drug X,76", "ref-b-both,unstratified-b,stratified-b,B: Placebo,76",
        "wald-methods,wald,schouten,A: Drug X,72", "ninety-both,unstratified,stratified,A: Drug X,76"})
    void rspt01BestOverallResponse(String snapshot, String unstratified, String stratified, String control, int numbers)
            throws IOException {
        int compared = 0;
        for (List<String> cell : Csv.rows(text("rspt01.csv"))) {
            if (!cell.getFirst().equals(snapshot) || cell.get(3).contains("Anderson-Hauck")) {
                continue; // Anderson and Hauck's limits, which are of all subjects there and not stratified, are none of ours
            }
            boolean ofRatio = cell.get(3).startsWith("Odds Ratio");
            // there the odds ratio below "Stratified Analysis" is that of all subjects, and its limits are always 95 %
            String table = cell.get(1).equals("Stratified") && !ofRatio ? stratified : unstratified;
            MadeReport report = snapshot.equals("ninety-both") && !ofRatio ? ninety : made;
            List<String> level = new ArrayList<>(List.of(cell.get(2)));
            if (!cell.get(1).isEmpty() && !cell.get(3).startsWith("p-value")) {
                level.add((ofRatio ? "Odds ratio to " : "Difference from ") + control);
            }
            List<String> statistics = statistics(cell.get(3));
            List<String> printed = NUMBER.matcher(cell.get(5)).results().map(MatchResult::group).toList();
            assertThat(printed).hasSameSizeAs(statistics);
            for (int i = 0; i < statistics.size(); i++) {
                ResultRecord ours = requireNonNull(report).results().one(table,
                        Map.of("ARM", cell.get(4), "PARAMCD", "BESRSPI"), "AVALC", level, statistics.get(i));
                Printed.assertRoundsTo(ours, ofRatio && printed.get(i).equals("1.37") ? GLM_ROUNDED : printed.get(i));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(numbers);
    }

    /// R 4.2.2: survival::clogit(response ~ arm + strata(STRATA2)) of the two arms.
    @ParameterizedTest
    @CsvSource({"B: Placebo,0.7276283673,0.168318867,3.145476502", "C: Combination,1.511176788,0.2861683507,7.980111281"})
    void oddsRatiosWithinStrataAreThoseOfR(String arm, double ratio, double lower, double upper) {
        Map<String, String> groups = Map.of("ARM", arm, "PARAMCD", "BESRSPI");
        List<String> level = List.of("Responders", "Odds ratio to A: Drug X");
        ResultRecords results = requireNonNull(made).results();
        assertThat(results.value("stratified", groups, "AVALC", level, "odds-ratio")).isCloseTo(ratio, withinPercentage(1e-6));
        assertThat(results.value("stratified", groups, "AVALC", level, "ci-lower")).isCloseTo(lower, withinPercentage(1e-6));
        assertThat(results.value("stratified", groups, "AVALC", level, "ci-upper")).isCloseTo(upper, withinPercentage(1e-6));
    }

    private static List<String> statistics(String row) {
        if (row.equals("count")) {
            return List.of("count", "percent");
        }
        if (row.startsWith("CI")) {
            return List.of("ci-lower", "ci-upper");
        }
        if (row.startsWith("Odds Ratio")) {
            return List.of("odds-ratio", "ci-lower", "ci-upper");
        }
        return List.of(row.startsWith("p-value") ? "p-value" : "difference");
    }
}
