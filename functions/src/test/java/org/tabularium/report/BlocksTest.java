package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Kinds of rows that no shell of ours asks for, by hand.
class BlocksTest {

    private static MadeReport report;

    @BeforeAll
    static void make() throws URISyntaxException {
        report = MadeReport.of(Path.of(requireNonNull(BlocksTest.class.getResource("/report/blocks")).toURI()));
    }

    private static List<List<String>> rows(String table) {
        List<List<String>> rows = report.rows(table);
        return rows.subList(1, rows.size());
    }

    /// 20, 30, 40, 50, 65: the mean is 41, the squares of the deviations add up to 1220. By type 2 quantiles of 5 values are the
    /// first at 10%, the middle of second and third at 40%, the fifth at 97.5%.
    @Test
    void valuesHaveVarianceRangesAndAnyPercentile() {
        assertThat(rows("spread").subList(0, 9)).containsExactly(
                List.of("Age (years)", "", ""),
                List.of("n", "5", "1"),
                List.of("Variance", "305.00", "NE"),
                List.of("Interquartile range", "20.0", "0.0"),
                List.of("Range (Max − Min)", "45", "0"),
                List.of("10th percentile", "20.0", "31.0"),
                List.of("40th percentile", "35.0", "31.0"),
                List.of("Median", "40.0", "31.0"),
                List.of("97.5th percentile", "65.0", "31.0"));
        assertThat(rows("spread").get(11)).containsExactly("Variance", "0.00", "NE");
        Map<String, String> groups = Map.of("TRT01A", "A");
        assertThat(report.results().value("spread", groups, "AGE", List.of("Percentile 40"), "percentile")).isEqualTo(35);
        assertThat(report.results().value("spread", groups, "AGE", null, "variance")).isEqualTo(305);
    }

    /// Arm A: B-1 on days 3 and 40, B-2 on day 10, B-3 on day 60; arm B on day 85. B-2 left on day 20 and was there on day 1.
    @Test
    void cumulativePeriodsAllBeginWithTheFirst() {
        assertThat(rows("onset")).containsExactly(
                List.of("Within 4 weeks", "", ""),
                List.of("n", "5", "1"),
                List.of("Any event, n (%)", "2 (40.0%)", "0"),
                List.of("Within 12 weeks", "", ""),
                List.of("n", "5", "1"),
                List.of("Any event, n (%)", "3 (60.0%)", "0"),
                List.of("At any time", "", ""),
                List.of("n", "5", "1"),
                List.of("Any event, n (%)", "3 (60.0%)", "1 (100%)"));
        assertThat(report.results().value("onset", Map.of("TRT01A", "A"), null, List.of("Days 1 to 84", "Any event"), "count"))
                .isEqualTo(3);
    }

    /// Actions in the order of AEACNN: 1 not changed, 2 reduced, 3 interrupted, 4 withdrawn. B-1 has 2 and 4, B-2 1, B-3 3, B-6 2.
    @Test
    void levelsStandInTheOrderOfTheDataWithSubtotals() {
        assertThat(rows("actions").subList(0, 6)).containsExactly(
                List.of("Dose not changed", "1 (20.0%)", "0"),
                List.of("Dose changed", "2 (40.0%)", "1 (100%)"),
                List.of("Dose reduced", "1 (20.0%)", "1 (100%)"),
                List.of("Drug interrupted", "1 (20.0%)", "0"),
                List.of("Drug withdrawn", "1 (20.0%)", "0"),
                List.of("Not done", "0", "0"));
        assertThat(report.csv("actions")).contains("  Dose reduced");
        assertThat(report.results().value("actions", Map.of("TRT01A", "A"), "AEACN", List.of("Dose changed", "DOSE REDUCED"),
                "count")).isEqualTo(1);
    }

    /// B-1 has a mild and a severe event and counts as severe.
    @Test
    void eachRowHasTheGreatestLevelOfAnyVariableBelowIt() {
        assertThat(rows("actions").subList(6, 15)).containsExactly(
                List.of("Any reaction", "3 (60.0%)", "1 (100%)"),
                List.of("Mild", "1 (20.0%)", "1 (100%)"),
                List.of("Moderate", "1 (20.0%)", "0"),
                List.of("Severe", "1 (20.0%)", "0"),
                List.of("Fever", "1 (20.0%)", "1 (100%)"),
                List.of("Mild", "0", "1 (100%)"),
                List.of("Severe", "1 (20.0%)", "0"),
                List.of("Rash", "2 (40.0%)", "0"),
                List.of("Mild", "1 (20.0%)", "0"));
    }

    @Test
    void groupsOfGradesHaveAnyLabel() {
        assertThat(report.csv("grade-groups").lines().limit(2).reduce("", String::concat)).contains("Mild or moderate",
                "Grade ≥3");
        assertThat(rows("grade-groups")).anySatisfy(row -> assertThat(row).startsWith("Rash", "2 (40.0%)", "2 (40.0%)", "0"));
    }

    @Test
    void levelsMayBeKindsOfALevelThatCountsThemAll() {
        assertThat(rows("ages").subList(0, 6)).containsExactly(
                List.of("Age, n (%)", "", ""),
                List.of("<25", "1 (20.0%)", "0"),
                List.of("Reduced", "2 (40.0%)", "1 (100%)"),
                List.of("25 to 34", "1 (20.0%)", "1 (100%)"),
                List.of("35 to 44", "1 (20.0%)", "0"),
                List.of("≥45", "2 (40.0%)", "0"));
        assertThat(report.csv("ages")).contains("\n    25 to 34");
        assertThat(report.results().value("ages", Map.of("TRT01A", "A"), null, List.of("Age", "Reduced", "35 to 44"), "count"))
                .isEqualTo(1);
    }

    @Test
    void levelsOfASubjectAreCountedTogetherAndBelowIt() {
        assertThat(rows("ages").subList(7, 11)).containsExactly(
                List.of("None", "2 (40.0%)", "0"),
                List.of("Any activity", "3 (60.0%)", "1 (100%)"),
                List.of("Low", "1 (20.0%)", "1 (100%)"),
                List.of("High", "2 (40.0%)", "0"));
        assertThat(report.results().value("ages", Map.of("TRT01A", "A"), "SEVGR", List.of("HIGH"), "count")).isEqualTo(2);
    }

    /// Arm A at week 4: 10, 20, 40, 80 (and 0, which has no logarithm), twice to eight times the baseline; B: 10. R:
    /// `log(c(10, 20, 40, 80))` against `log(10)` with the pooled variance, and `exp(t.test(log(c(2, 4, 4, 8)))$conf.int)`.
    @Test
    void geometricMeansAreComparedWithTheControlAndWithBaseline() {
        assertThat(rows("ratios")).containsExactly(
                List.of("Titre", "", ""),
                List.of("Week 4", "", ""),
                List.of("n", "5", "1"),
                List.of("Geometric mean", "28.3", "10.0"),
                List.of("Geometric mean ratio to B (95% CI)", "2.83 (0.12, 68.28)", ""),
                List.of("Geometric mean ratio to baseline (95% CI)", "4.00 (1.63, 9.84)", "1.00 (NE, NE)"),
                List.of("Week 8", "", ""),
                List.of("n", "1", "1"),
                List.of("Geometric mean", "20.0", "10.0"),
                List.of("Geometric mean ratio to B (95% CI)", "2.00 (NE, NE)", ""),
                List.of("Geometric mean ratio to baseline (95% CI)", "4.00 (NE, NE)", "1.00 (NE, NE)"));
        assertThat(report.pdf("report.pdf").replaceAll("\\s+", " "))
                .contains("Values of 0 and below are left out of geometric statistics.");
    }

    /// The events of the levels that are shown are fewer than all: no contradiction.
    @Test
    void levelsTogetherAreOneRowWithTheRowsBelowIt() {
        assertThat(rows("merged").stream().map(row -> row.subList(0, 3))).containsExactly(
                List.of("Any event", "3 (60.0%)", "4"),
                List.of("Dose changed", "2 (40.0%)", "2"),
                List.of("Fever", "1 (20.0%)", "1"),
                List.of("Rash", "1 (20.0%)", "1"),
                List.of("Dose not changed", "1 (20.0%)", "1"),
                List.of("Rash", "1 (20.0%)", "1"),
                List.of("Drug withdrawn", "1 (20.0%)", "1"),
                List.of("Fever", "1 (20.0%)", "1"));
    }

    /// Supine B-1 is above 140 at week 4 alone, B-2 at both visits; standing B-2 at week 4 alone. Both ends are 28
    /// days later; a curve that stays at one half has no median.
    @Test
    void timePointsWithinAVisitHaveRowsOfTheirOwn() {
        assertThat(rows("raised").stream().map(row -> row.subList(0, 2))).containsExactly(
                List.of("Systolic Blood Pressure (mmHg), supine", ""),
                List.of("n", "2"),
                List.of("≥140 mmHg, n (%)", "2 (100%)"),
                List.of("<140 mmHg, n (%)", "1 (50.0%)"),
                List.of("Days to <140 mmHg, median (95% CI)", "NE (28.0, NE)"),
                List.of("Systolic Blood Pressure (mmHg), standing", ""),
                List.of("n", "2"),
                List.of("≥140 mmHg, n (%)", "1 (50.0%)"),
                List.of("<140 mmHg, n (%)", "1 (100%)"),
                List.of("Days to <140 mmHg, median (95% CI)", "28.0 (NE, NE)"));
    }

    /// The alphabet would have high before low.
    @Test
    void wordsOfAParameterStandInTheOrderOfTheirNumbers() {
        assertThat(rows("reached").stream().map(List::getFirst))
                .containsExactly("Dose Level Reached, n (%)", "Low", "Target", "High");
    }

    @Test
    void timePointsMayStandBelowVisits() {
        assertThat(rows("pressure").stream().map(row -> row.subList(0, 2))).containsExactly(
                List.of("Systolic Blood Pressure (mmHg)", ""),
                List.of("Week 4", ""),
                List.of("Supine", ""),
                List.of("n", "2"),
                List.of("Min, Max", "145, 150"),
                List.of("≥140 mmHg, n (%)", "2 (100%)"),
                List.of("Standing", ""),
                List.of("n", "2"),
                List.of("Min, Max", "130, 150"),
                List.of("≥140 mmHg, n (%)", "1 (50.0%)"));
        assertThat(report.results().value("pressure",
                Map.of("TRT01A", "A", "PARAMCD", "SYSBP", "ATPT", "STANDING", "AVISIT", "Week 4"), "AVAL", null, "max"))
                .isEqualTo(150);
    }
}
