package org.tabularium.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.statistic.proportion.BreslowDay;
import org.tabularium.statistic.proportion.FisherFreemanHalton;
import org.tabularium.statistic.proportion.PearsonChiSquare;
import org.tabularium.statistic.proportion.Proportion;
import org.tabularium.statistic.proportion.RiskDifference;

/// Tests and differences between groups. Oracle: R (test-data/oracle/comparisons_oracle.R); of risk differences mpmath and
/// statsmodels
/// (risk_difference_oracle.py); single cases by hand, as shown.
@Shows(Requirement.STATISTICS_RIGHT)
class ComparisonTest {

    private static final double[] NONE = {};

    static Stream<JsonNode> two() throws IOException {
        return cases("comparisons.json", "two");
    }

    static Stream<JsonNode> several() throws IOException {
        return cases("comparisons.json", "several");
    }

    static Stream<JsonNode> counts() throws IOException {
        return cases("comparisons.json", "counts");
    }

    static Stream<JsonNode> rates() throws IOException {
        return cases("comparisons.json", "rates");
    }

    static Stream<JsonNode> breslow() throws IOException {
        return cases("comparisons.json", "breslow");
    }

    /// Oracle: the definition in mpmath (test-data/oracle/breslow_day_oracle.py).
    static Stream<JsonNode> breslowFarFromOne() throws IOException {
        return cases("breslow-day.json", "cases");
    }

    static Stream<JsonNode> riskDifferences() throws IOException {
        return cases("risk-difference.json", "cases");
    }

    private static Stream<JsonNode> cases(String file, String kind) throws IOException {
        Path path = Path.of(System.getProperty("tabularium.root", "..")).resolve("test-data/oracle").resolve(file);
        JsonNode cases = new ObjectMapper().readTree(path.toFile()).path(kind);
        assertThat(cases).isNotEmpty();
        return StreamSupport.stream(cases.spliterator(), false);
    }

    private static double[] doubles(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false).mapToDouble(JsonNode::asDouble).toArray();
    }

    private static long[][] table(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> StreamSupport.stream(row.spliterator(), false).mapToLong(JsonNode::asLong).toArray())
                .toArray(long[][]::new);
    }

    private static void agrees(Estimate ours, JsonNode expected, double tolerance) {
        if (expected.isNumber()) {
            assertThat(ours).isInstanceOf(Estimate.Value.class);
            assertThat(ours.orNaN()).isCloseTo(expected.asDouble(), Relative.within(expected.asDouble(), tolerance));
        } else {
            assertThat(ours).isInstanceOf(Estimate.NotEstimable.class);
        }
    }

    private static String reason(Estimate estimate) {
        return estimate instanceof Estimate.NotEstimable(String reason) ? reason : "it can be estimated";
    }

    @ParameterizedTest
    @MethodSource("two")
    void testsOfTwoGroupsAgreeWithR(JsonNode c) {
        double[] first = doubles(c.path("first"));
        double[] second = doubles(c.path("second"));
        agrees(TTest.POOLED.pValue(first, second), c.path("pooled"), 1e-9);
        agrees(TTest.WELCH.pValue(first, second), c.path("welch"), 1e-9);
        agrees(WilcoxonRankSum.pValue(first, second), c.path("wilcoxon"), 1e-9);
        agrees(WilcoxonRankSum.pValue(second, first), c.path("wilcoxon"), 1e-9);
        agrees(KruskalWallis.pValue(List.of(first, second)), c.path("kruskal"), 1e-9);
        agrees(OneWayAnova.pValue(List.of(first, second)), c.path("pooled"), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("several")
    void kruskalAndWallisAgreeWithR(JsonNode c) {
        List<double[]> groups = StreamSupport.stream(c.path("groups").spliterator(), false).map(ComparisonTest::doubles).toList();
        agrees(KruskalWallis.pValue(groups), c.path("kruskal"), 1e-9);
        agrees(KruskalWallis.pValue(Stream.concat(groups.stream(), Stream.of(NONE)).toList()), c.path("kruskal"), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("counts")
    void testsOfCountsAgreeWithR(JsonNode c) {
        long[][] table = table(c.path("table"));
        agrees(PearsonChiSquare.pValue(table), c.path("plain"), 1e-9);
        agrees(PearsonChiSquare.correctedPValue(table), c.path("corrected"), 1e-9);
        agrees(FisherFreemanHalton.pValue(table), c.path("fisher"), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("counts")
    void fishersTestDoesNotDependOnTheOrderOfRowsAndColumns(JsonNode c) {
        long[][] table = table(c.path("table"));
        long[][] turned = new long[table[0].length][table.length];
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < turned.length; j++) {
                turned[turned.length - 1 - j][table.length - 1 - i] = table[i][j];
            }
        }
        agrees(FisherFreemanHalton.pValue(turned), c.path("fisher"), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("rates")
    void ratesAgreeWithR(JsonNode c) {
        double confidence = c.path("confidence").asDouble();
        IncidenceRate rate = new IncidenceRate(c.path("events").get(0).asLong(), c.path("time").get(0).asDouble());
        IncidenceRate other = new IncidenceRate(c.path("events").get(1).asLong(), c.path("time").get(1).asDouble());
        agrees(rate.rate(), c.path("rate"), 1e-9);
        agrees(rate.interval(confidence).lower(), c.path("lower"), 1e-9);
        agrees(rate.interval(confidence).upper(), c.path("upper"), 1e-9);
        agrees(rate.ratio(other), c.path("ratio"), 1e-9);
        agrees(rate.ratioInterval(other, confidence).lower(), c.path("ratioLower"), 1e-9);
        agrees(rate.ratioInterval(other, confidence).upper(), c.path("ratioUpper"), 1e-9);
        agrees(rate.difference(other), c.path("difference"), 1e-9);
        agrees(rate.differenceInterval(other, confidence).lower(), c.path("differenceLower"), 1e-9);
        agrees(rate.differenceInterval(other, confidence).upper(), c.path("differenceUpper"), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("breslow")
    void breslowAndDayAgreeWithR(JsonNode c) {
        BreslowDay test = BreslowDay.of(
                StreamSupport.stream(c.path("tables").spliterator(), false).map(ComparisonTest::table).toList());
        agrees(test.pValue(), c.path("plain"), 1e-9);
        agrees(test.tarone(), c.path("tarone"), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("breslowFarFromOne")
    void breslowAndDayAgreeWithTheDefinitionFarFromOne(JsonNode c) {
        breslowAndDayAgreeWithR(c);
    }

    /// By hand: a stratum with an empty row or column says nothing.
    @Test
    void strataWithoutAGroupOrALevelChangeNothing() {
        long[][] first = {{12, 5}, {6, 9}};
        long[][] second = {{3, 8}, {9, 4}};
        double p = BreslowDay.of(List.of(first, second)).pValue().orNaN();
        for (long[][] empty : List.of(new long[][]{{0, 0}, {3, 4}}, new long[][]{{3, 4}, {0, 0}}, new long[][]{{0, 3}, {0, 4}},
                new long[][]{{3, 0}, {4, 0}})) {
            assertThat(BreslowDay.of(List.of(first, empty, second)).pValue()).isEqualTo(new Estimate.Value(p));
        }
    }

    @ParameterizedTest
    @MethodSource("riskDifferences")
    void riskDifferencesAgreeWithTheDefinition(JsonNode c) {
        RiskDifference difference = new RiskDifference(new Proportion(c.path("x1").asInt(), c.path("n1").asInt()),
                new Proportion(c.path("x2").asInt(), c.path("n2").asInt()));
        assertThat(difference.estimate().orNaN()).isCloseTo(c.path("difference").asDouble(), Relative.within(1, 1e-15));
        for (RiskDifference.Method method : List.of(RiskDifference.Method.MIETTINEN_NURMINEN, RiskDifference.Method.NEWCOMBE,
                RiskDifference.Method.WALD)) {
            JsonNode expected = c.path(method.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            ConfidenceInterval interval = difference.interval(method, c.path("confidence").asDouble());
            if (method == RiskDifference.Method.WALD && expected.get(0).asDouble() == expected.get(1).asDouble()) {
                assertThat(reason(interval.lower())).isEqualTo(reason(interval.upper()))
                        .startsWith("the variance is estimated as 0");
                continue;
            }
            // Miettinen and Nurminen's limits are found by bisection: 1e-6 is asked for, 1e-9 is what they are.
            assertThat(interval.lower().orNaN()).as("%s", method).isCloseTo(expected.get(0).asDouble(), Relative.within(1, 1e-9));
            assertThat(interval.upper().orNaN()).as("%s", method).isCloseTo(expected.get(1).asDouble(), Relative.within(1, 1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource(RiskDifference.Method.class)
    void riskDifferenceOfNobodyIsNotEstimable(RiskDifference.Method method) {
        RiskDifference difference = new RiskDifference(new Proportion(0, 0), new Proportion(1, 3));
        assertThat(reason(difference.estimate())).isEqualTo("a difference of proportions needs subjects in both groups");
        assertThat(difference.interval(method, 0.95).lower()).isEqualTo(difference.estimate());
        assertThat(difference.interval(method, 0.95).upper()).isEqualTo(difference.estimate());
    }

    @Test
    void emptyGroupsAndEqualValuesHaveNoTest() {
        double[] some = {1, 2};
        double[] equal = {4, 4, 4};
        for (TTest test : TTest.values()) {
            assertThat(reason(test.pValue(NONE, some))).isEqualTo("the t test needs two groups with values");
            assertThat(reason(test.pValue(equal, equal))).isEqualTo("all values are equal");
            assertThat(test.pValue(equal, new double[]{5, 5})).isEqualTo(new Estimate.Value(0));
        }
        assertThat(reason(TTest.POOLED.pValue(new double[]{1}, new double[]{2})))
                .isEqualTo("the t test needs a group with two values");
        assertThat(reason(TTest.WELCH.pValue(new double[]{1}, some))).isEqualTo("Welch's t test needs two values in each group");
        assertThat(reason(WilcoxonRankSum.pValue(some, NONE))).isEqualTo("the rank sum test needs two groups with values");
        assertThat(reason(WilcoxonRankSum.pValue(equal, equal))).isEqualTo("all values are equal");
        assertThat(reason(KruskalWallis.pValue(List.of(some, NONE)))).isEqualTo("the test needs at least two groups with values");
        assertThat(reason(KruskalWallis.pValue(List.of(equal, equal)))).isEqualTo("all values are equal");
        assertThat(WilcoxonRankSum.pValue(new double[]{1}, new double[]{2})).isEqualTo(new Estimate.Value(1));
    }

    @Test
    void emptyAndHugeTablesHaveNoFisherTest() {
        String none = "the test needs two rows and two columns with counts";
        assertThat(reason(FisherFreemanHalton.pValue(new long[][]{{3, 4, 1}, {0, 0, 0}, {0, 0, 0}}))).isEqualTo(none);
        assertThat(reason(FisherFreemanHalton.pValue(new long[0][0]))).isEqualTo(none);
        assertThat(reason(FisherFreemanHalton.pValue(new long[][]{{5, 3}, {0, 0}}))).isEqualTo(none);
        assertThat(reason(FisherFreemanHalton.pValue(new long[][]{{5, 0}, {3, 0}}))).isEqualTo(none);
        long[][] huge = new long[6][6];
        for (long[] row : huge) {
            Arrays.fill(row, 40);
        }
        assertThat(reason(FisherFreemanHalton.pValue(huge))).isEqualTo("the table is too large for Fisher's exact test");
        // Rows and columns without counts are no part of the table: 3 of 3 against 0 of 3, p = 2 / C(6,3) = 0.1.
        assertThat(FisherFreemanHalton.pValue(new long[][]{{3, 0, 0}, {0, 0, 0}, {0, 0, 3}}).orNaN())
                .isCloseTo(0.1, Relative.within(0.1, 1e-12));
    }

    @Test
    void ratesWithoutTimeOrEvents() {
        IncidenceRate none = new IncidenceRate(0, 0);
        IncidenceRate quiet = new IncidenceRate(0, 10);
        IncidenceRate some = new IncidenceRate(2, 4);
        assertThat(reason(none.rate())).isEqualTo("nobody was under observation");
        assertThat(none.interval(0.95).upper()).isEqualTo(none.rate());
        assertThat(some.ratio(none)).isEqualTo(none.rate());
        assertThat(some.differenceInterval(none, 0.95).lower()).isEqualTo(none.rate());
        assertThat(some.ratioInterval(none, 0.95).lower()).isEqualTo(none.rate());
        assertThat(reason(quiet.ratio(quiet))).isEqualTo("neither group has an event");
        assertThat(reason(quiet.ratioInterval(quiet, 0.95).upper())).isEqualTo("neither group has an event");
        assertThat(reason(quiet.differenceInterval(quiet, 0.95).upper())).isEqualTo("neither group has an event");
        assertThat(reason(some.ratio(quiet))).isEqualTo("the rate it is compared with is 0");
        assertThat(quiet.ratio(some)).isEqualTo(new Estimate.Value(0));
        // No event in 10 years: the upper limit is −log(0.025) / 10.
        assertThat(quiet.interval(0.95).lower()).isEqualTo(new Estimate.Value(0));
        assertThat(quiet.interval(0.95).upper().orNaN()).isCloseTo(0.368887945411394, Relative.within(0.37, 1e-11));
        assertThatThrownBy(() -> new IncidenceRate(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new IncidenceRate(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void strataThatSayNothingOfTheOddsRatio() {
        long[][] nobody = {{0, 0}, {3, 4}};
        long[][] zero = {{0, 4}, {3, 4}};
        long[][] endless = {{4, 0}, {3, 4}};
        assertThat(reason(BreslowDay.of(List.of(nobody, zero)).pValue()))
                .isEqualTo("the test needs two strata with both groups and both levels");
        assertThat(reason(BreslowDay.of(List.of(zero, zero)).pValue())).isEqualTo("the common odds ratio is 0");
        assertThat(reason(BreslowDay.of(List.of(endless, endless)).tarone()))
                .isEqualTo("the common odds ratio has no upper bound");
        assertThat(BreslowDay.of(List.of(zero, endless)).pValue().orNaN()).isBetween(0.0, 0.1);
    }

    @Test
    void threeValuesAreEnoughForThePooledTTest() {
        // Means 2 and 5, s² = 2 with one degree of freedom, t = 3 / √(2 (1/2 + 1)) = √3: p = 1 − 2/π · arctan √3 = 1/3.
        assertThat(TTest.POOLED.pValue(new double[]{1, 3}, new double[]{5}).orNaN()).isCloseTo(1.0 / 3,
                Relative.within(1, 1e-11));
        // Two values each: variances 2 and 2, t = 5 / √2 with two degrees of freedom: p = 1 − t / √(2 + t²) = 1 − √(25/29).
        assertThat(TTest.WELCH.pValue(new double[]{1, 3}, new double[]{6, 8}).orNaN())
                .isCloseTo(1 - Math.sqrt(25.0 / 29), Relative.within(1, 1e-11));
    }

    /// By hand: what is added to all values takes no part in a test of their differences.
    @Test
    void originOfTheValuesDoesNotMatter() {
        double[] first = {1, 2, 4, 7};
        double[] second = {3, 8, 9};
        double[] farFirst = Arrays.stream(first).map(v -> v + 1e12).toArray();
        double[] farSecond = Arrays.stream(second).map(v -> v + 1e12).toArray();
        for (TTest test : TTest.values()) {
            double p = test.pValue(first, second).orNaN();
            // The means are those of doubles near 1e12, which lie 1e-4 apart.
            assertThat(test.pValue(farFirst, farSecond).orNaN()).isCloseTo(p, Relative.within(p, 1e-3));
        }
    }
}
