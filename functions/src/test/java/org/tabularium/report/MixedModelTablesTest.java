package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.run.DisplayStatus;

/// The table `mmrm` of the study RAN-101. Oracle: R's mmrm 0.3.18 with emmeans 1.8.4 on SLEDAI2K of ADQS after baseline with
/// ANL01FL = Y, of ADSL's subjects with EFFFL = Y: `CHG ~ TRT01P * AVISIT + BASE * AVISIT + us(AVISIT | USUBJID)`, and with `SEX`
/// and `ar1`, by `Kenward-Roger` with `vcov = "Kenward-Roger-Linear"`.
@Shows(Requirement.STATISTICS_RIGHT)
class MixedModelTablesTest {

    private static final String SETTINGS = """
            study: RAN-101
            cutoff: 2025-06-30
            tables:
              - mmrm: {parameter: SLEDAI2K}
              - mmrm:
                  as: other
                  parameter: SLEDAI2K
                  visits: [Week 24, week 4, Week 12]
                  covariates: [BASE, SEX]
                  covariance: [autoregressive, unstructured]
                  df: kenward-roger
              - mmrm: {as: few, parameter: SLEDAI2K, covariates: [SEX], where: {USUBJID: [RAN-101-01-0101, RAN-101-01-0102, RAN-101-01-0109, RAN-101-01-0110]}}
              - mmrm:
                  as: falls-back
                  parameter: SLEDAI2K
                  covariates: [SEX]
                  covariance: [unstructured, compound-symmetry]
                  where: {USUBJID: [RAN-101-01-0101, RAN-101-01-0102, RAN-101-01-0109, RAN-101-01-0110]}
              - mmrm: {as: no-visit, parameter: SLEDAI2K, visits: [Week 99]}
              - mmrm: {as: one-visit, parameter: SLEDAI2K, visits: [Week 24]}
              - ancova: {parameter: SLEDAI2K, visit: Week 24}
            """;

    @TempDir
    private static Path folder;

    private static MadeReport report;

    @BeforeAll
    static void make() throws IOException {
        try (Stream<Path> files = Files.list(Places.testData("ran-101"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.writeString(folder.resolve("study.yaml"), SETTINGS);
        report = MadeReport.of(folder);
    }

    private static List<String> reasons(String table) {
        return report.report().displays().stream().filter(t -> t.name().equals(table)).map(DisplayStatus::reason).toList();
    }

    @Test
    void rowsOfAVisitAreThoseOfTheModelInR() {
        List<List<String>> rows = report.rows("mmrm");
        int week = rows.stream().map(List::getFirst).toList().indexOf("Week 12");
        assertThat(rows.subList(week + 1, week + 8)).containsExactly(
                List.of("n", "47", "44"),
                List.of("LS mean (SE)", "−4.7 (0.30)", "−5.7 (0.30)"),
                List.of("95% CI", "(−5.3, −4.1)", "(−6.3, −5.1)"),
                List.of("Difference from Placebo", "", ""),
                List.of("LS mean difference (SE)", "", "−1.0 (0.42)"),
                List.of("95% CI", "", "(−1.8, −0.2)"),
                List.of("p-value", "", "0.0206"));
        assertThat(rows.stream().filter(row -> row.getFirst().equals("p-value")).map(List::getLast))
                .containsExactly("0.1976", "0.0206", "0.1226");
    }

    @Test
    void firstCovarianceOfAListThatCanBeFittedIsTaken() {
        assertThat(result("other", "Week 4", "difference")).isCloseTo(-0.4865765, within(1e-6));
        assertThat(result("other", "Week 4", "se")).isCloseTo(0.4106948, within(1e-6));
        assertThat(result("other", "Week 12", "degrees-of-freedom")).isCloseTo(193.78, within(0.005));
        assertThat(result("other", "Week 24", "ci-upper")).isCloseTo(-0.0310063, within(1e-6));
        assertThat(report.pdf("tables/other.pdf")).contains("autoregressive covariance").doesNotContain("could not be fitted");
    }

    private static double result(String table, String visit, String statistic) {
        return requireNonNull(report.results().value(table,
                Map.of("PARAMCD", "SLEDAI2K", "AVISIT", visit, "TRT01P", "TAB-101 200 mg"), "CHG",
                List.of("Difference from Placebo"), statistic));
    }

    @Test
    void visitsStandInTheOrderOfTime() {
        assertThat(report.rows("other").stream().map(List::getFirst).filter(label -> label.startsWith("Week")))
                .containsExactly("Week 4", "Week 12", "Week 24");
    }

    /// With one visit the model is the analysis of covariance.
    @Test
    void singleVisitGivesTheNumbersOfAncova() {
        for (String statistic : List.of("difference", "se", "ci-lower", "p-value")) {
            assertThat(result("one-visit", "Week 24", statistic)).isCloseTo(result("ancova", "Week 24", statistic), within(1e-9));
        }
    }

    /// Four subjects have no covariance of three visits.
    @Test
    void modelThatCannotBeFittedMakesNoTableAndNamesTheLineThatHelps() {
        assertThat(reasons("few").getFirst())
                .contains("an unstructured covariance of a subject's visits could not be fitted", "covariance: [unstructured, ");
        assertThat(reasons("no-visit").getFirst()).contains("Week 99", "its visits are Baseline, Week 4");
    }

    @Test
    void anotherCovarianceIsTakenOnlyWhereTheShellListsItAndAFootnoteSaysSo() {
        assertThat(report.pdf("tables/falls-back.pdf").replaceAll("\\s+", " "))
                .contains("with a compound symmetric covariance")
                .contains("An unstructured covariance of a subject's visits could not be fitted");
    }
}
