package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tabularium.run.DisplayStatus;

/// The corners of the tables of models, by hand. Arms A and B have four subjects each, arm C one.
class ModelTablesTest {

    private static MadeReport report;

    @BeforeAll
    static void make() throws URISyntaxException {
        report = MadeReport.of(Path.of(requireNonNull(ModelTablesTest.class.getResource("/report/models")).toURI()));
    }

    private static List<List<String>> rows(String table, String label) {
        return report.rows(table).stream().filter(row -> row.getFirst().equals(label)).toList();
    }

    private static @Nullable String reason(String table) {
        return report.report().displays().stream().filter(t -> t.name().equals(table)).map(DisplayStatus::reason).findFirst()
                .orElseThrow();
    }

    /// Changes 1, 2, 3 against 3, 4, 5 from a constant baseline, which adjusts for nothing: the pooled t test, t = 2 / √(2/3) on
    /// 4 degrees of freedom,
    /// p = 0.0705; t quantile 2.7764.
    @Test
    void constantBaselineGivesTheTTest() {
        assertThat(rows("ancova", "n").getFirst()).containsExactly("n", "3", "3", "0");
        assertThat(rows("ancova", "Median (range)").getLast()).containsExactly("Median (range)", "2.0 (1–3)", "4.0 (3–5)", "NE");
        assertThat(rows("ancova", "LS mean (SE)").getFirst()).containsExactly("LS mean (SE)", "2.0 (0.58)", "4.0 (0.58)", "NE");
        assertThat(rows("ancova", "LS mean difference (SE)")).containsExactly(
                List.of("LS mean difference (SE)", "", "2.0 (0.82)", "NE"), List.of("LS mean difference (SE)", "", "", "NE"));
        assertThat(rows("ancova", "95% CI").get(1)).containsExactly("95% CI", "", "(−0.3, 4.3)", "NE");
        assertThat(rows("ancova", "p-value").getFirst()).containsExactly("p-value", "", "0.0705", "NE");
        assertThat(rows("ancova", "Dose response, p-value").getFirst()).endsWith("", "", "0.0705");
        Map<String, String> visit = Map.of("PARAMCD", "DIFF", "AVISIT", "Week 4");
        assertThat(report.results().value("ancova", visit, "CHG", List.of("Dose response"), "estimate")).isCloseTo(2 / 50.0,
                within(1e-11));
    }

    /// From a constant baseline the values differ as the changes do; both arms have a standard deviation of 1.
    @Test
    void valueItselfIsAnalysedWithItsRootMeanSquareError() {
        assertThat(rows("value", "LS mean difference (SE)").getFirst()).containsExactly("LS mean difference (SE)", "",
                "2.0 (0.82)", "NE");
        assertThat(rows("value", "Root mean square error").getFirst()).endsWith("", "", "1.00");
        assertThat(rows("value", "Change from baseline")).isEmpty();
        assertThat(rows("value-tiny", "Root mean square error").getFirst()).endsWith("NE");
        assertThat(report.report().displays().stream().filter(t -> t.name().startsWith("value")).map(DisplayStatus::title))
                .allMatch(title -> title.endsWith(": Value, Analysis of Covariance"));
    }

    @Test
    void whatCannotBeEstimatedIsNeWithItsReason() {
        assertThat(rows("flat", "LS mean difference (SE)").getFirst()).containsSequence("0.0 (0.00)", "NE");
        assertThat(rows("flat", "p-value").getFirst()).containsSequence("", "NE", "NE");
        assertThat(rows("tiny", "LS mean difference (SE)").getFirst()).containsSequence("3.0 (NE)", "NE");
        assertThat(rows("tiny", "95% CI").get(1)).containsSequence("", "NE", "NE");
        assertThat(rows("tiny", "Dose response, p-value").getFirst()).endsWith("NE");
        assertThat(rows("confounded", "LS mean difference (SE)").getFirst()).containsSequence("", "NE", "NE");
        assertThat(new String(report.file("results.json"), StandardCharsets.UTF_8))
                .contains("the model fits without a residual", "there are as many coefficients as values",
                        "the model cannot tell it from the effect of another variable");
    }

    @Test
    void oneColumnHasAMeanAndNoDifference() {
        assertThat(rows("one-column", "LS mean (SE)").getFirst()).containsExactly("LS mean (SE)", "3.0 (0.58)");
        assertThat(rows("one-column", "p-value")).isEmpty();
    }

    @Test
    void whatCannotBeMadeSaysWhy() {
        assertThat(reason("dose-in-words")).isEqualTo("the dose SITEGR1 is not a number");
        assertThat(reason("no-baseline")).contains("NOBASE", "change from baseline");
        assertThat(reason("no-visit")).isEqualTo("ADQS has no value of DIFF at Week 99; its visits are Week 4");
        assertThat(reason("no-parameter")).startsWith("no parameter is named");
        assertThat(reason("no-covariate")).isEqualTo("neither ADQS nor ADSL has NOSUCH");
    }

    @Test
    void footnoteSaysWhatIsAdjustedFor() {
        assertThat(report.pdf("report.pdf").replaceAll("\\s+", " ")).contains(
                "a linear model with the arm, Baseline Value (slope), at the mean of each covariate;",
                "Site group (levels), at the mean of each covariate, levels weighted by their share of the analysed subjects;",
                "The dose response is the slope of \"Planned treatment\" in place of the arms.");
    }

    /// 3 of 4 against 1 of 4: χ² = 8 (3·3 − 1·1)² / 4⁴ = 2, by Mantel and Haenszel 7/8 of it, p = 0.1859. Arm C has no value and
    /// changes nothing.
    @Test
    void levelsAndTestsOfAnOrdinalResponse() {
        assertThat(report.rows("cmh")).endsWith(
                List.of("n", "4", "4", "0", "8"),
                List.of("Better, n (%)", "3 (75.0%)", "1 (25.0%)", "0", "4 (50.0%)"),
                List.of("Same, n (%)", "1 (25.0%)", "3 (75.0%)", "0", "4 (50.0%)"),
                List.of("All arms, p-value", "", "", "", ""),
                List.of("Row mean scores differ", "", "", "", "0.1859"),
                List.of("General association", "", "", "", "0.1859"),
                List.of("Nonzero correlation", "", "", "", "0.1859"),
                List.of("Comparison with A, p-value", "", "", "", ""),
                List.of("Row mean scores differ", "", "0.1859", "NE", ""));
        assertThat(report.pdf("report.pdf").replaceAll("\\s+", " ")).contains("levels are scored 1, 2 in their order.");
    }

    /// Every site has one arm only: within strata nothing can be compared.
    @Test
    void strataOfOneArmCompareNothing() {
        assertThat(rows("stratified", "General association").getFirst()).endsWith("NE");
        assertThat(report.results()
                .one("stratified", Map.of("PARAMCD", "RESP", "AVISIT", "Week 4"), null, List.of("General association"),
                        "p-value")
                .value()).isNull();
    }

    /// A: Y, Y; B: N, N; C: N. All of A against all others; A against B alone: χ² = 4 · 3/4 = 3, p = 0.0833.
    @Test
    void textWithoutNumbersIsScoredByItsOrder() {
        assertThat(rows("yes-no", "Yes, n (%)").getFirst()).containsExactly("Yes, n (%)", "2 (100%)", "0", "0");
        assertThat(rows("yes-no", "Row mean scores differ").getLast()).containsSequence("", "0.0833");
        assertThat(rows("no-level", "p-value")).isEmpty();
    }
}
