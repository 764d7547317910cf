package org.tabularium.statistic.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.Relative;
import org.tabularium.statistic.proportion.StratifiedDifference.Variance;

/// Odds ratios, stratified differences, Wald's intervals and one-sided tests. Oracle: their definitions in mpmath, compared with
/// statsmodels and SciPy (test-data/oracle/proportion_oracle.py); the snapshots of the tests of R's tern, and R's stats package,
/// where a number stands here.
@Shows(Requirement.STATISTICS_RIGHT)
class ProportionComparisonTest {

    /// The data of tern's tests of `prop_diff_cmh`, by stratum: a.x, b.x, a.y, b.y, a.z, b.z.
    private static final List<Pair> TERN = List.of(pair(3, 8, 1, 4), pair(2, 9, 8, 11), pair(1, 4, 3, 8), pair(8, 9, 4, 11),
            pair(2, 6, 9, 13), pair(1, 6, 7, 11));

    /// The order of p-values in the oracle.
    private static final List<Alternative> SIDES = List.of(Alternative.TWO_SIDED, Alternative.GREATER, Alternative.LESS);

    static Stream<JsonNode> pairs() throws IOException {
        return cases("pairs");
    }

    static Stream<JsonNode> strata() throws IOException {
        return cases("strata");
    }

    private static Stream<JsonNode> cases(String kind) throws IOException {
        Path path = Path.of(System.getProperty("tabularium.root", "..")).resolve("test-data/oracle/proportion.json");
        JsonNode cases = new ObjectMapper().readTree(path.toFile()).path(kind);
        assertThat(cases).isNotEmpty();
        return StreamSupport.stream(cases.spliterator(), false);
    }

    private static Pair pair(int x1, int n1, int x2, int n2) {
        return new Pair(new Proportion(x1, n1), new Proportion(x2, n2));
    }

    private static void assertContrast(Contrast contrast, double confidence, JsonNode expected) {
        if (expected.isMissingNode() || expected.isNull()) {
            assertThat(contrast.estimate()).isInstanceOf(Estimate.NotEstimable.class);
            return;
        }
        assertThat(contrast.estimate().orNaN()).isCloseTo(expected.path(0).asDouble(), near(expected.path(0)));
        assertInterval(contrast.interval(confidence), expected.path(1), expected.path(2));
    }

    /// Limits without width are no interval: the variance is estimated as 0.
    private static void assertInterval(ConfidenceInterval interval, JsonNode lower, JsonNode upper) {
        if (Math.abs(upper.asDouble() - lower.asDouble()) < 1e-12) {
            assertThat(interval.lower()).isInstanceOf(Estimate.NotEstimable.class).isEqualTo(interval.upper());
            return;
        }
        assertThat(interval.lower().orNaN()).isCloseTo(lower.asDouble(), near(lower));
        assertThat(interval.upper().orNaN()).isCloseTo(upper.asDouble(), near(upper));
    }

    private static org.assertj.core.data.Offset<Double> near(JsonNode expected) {
        return within(1e-11 * Math.max(0.01, Math.abs(expected.asDouble())));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void comparisonsOfTwoProportionsEqualTheirDefinitions(JsonNode c) {
        Pair pair = pair(c.path("x1").asInt(), c.path("n1").asInt(), c.path("x2").asInt(), c.path("n2").asInt());
        double confidence = c.path("confidence").asDouble();
        assertInterval(pair.group().interval(ProportionInterval.WALD, confidence), c.path("wald").path(0),
                c.path("wald").path(1));
        assertInterval(pair.group().interval(ProportionInterval.WALD_CORRECTED, confidence), c.path("waldCorrected").path(0),
                c.path("waldCorrected").path(1));
        assertInterval(
                new RiskDifference(pair.group(), pair.reference()).interval(RiskDifference.Method.WALD_CORRECTED, confidence),
                c.path("differenceCorrected").path(0), c.path("differenceCorrected").path(1));
        assertContrast(new OddsRatio(pair), confidence, c.path("oddsRatio"));
        for (ProportionTest test : ProportionTest.values()) {
            JsonNode expected = c.path(test.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            for (Alternative alternative : Alternative.values()) {
                Estimate p = test.pValue(pair, alternative);
                if (expected.isMissingNode()) {
                    assertThat(p).isInstanceOf(Estimate.NotEstimable.class);
                } else {
                    double e = expected.path(SIDES.indexOf(alternative)).asDouble();
                    assertThat(p.orNaN()).as("%s %s", test, alternative).isCloseTo(e, Relative.within(e, 1e-9));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("strata")
    void comparisonsOverStrataEqualTheirDefinitions(JsonNode c) {
        List<Pair> strata = StreamSupport.stream(c.path("strata").spliterator(), false)
                .map(s -> pair(s.path(0).asInt(), s.path(1).asInt(), s.path(2).asInt(), s.path(3).asInt())).toList();
        double confidence = c.path("confidence").asDouble();
        assertContrast(new StratifiedDifference(strata, Variance.STANDARD), confidence, c.path("standard"));
        assertContrast(new StratifiedDifference(strata, Variance.SATO), confidence, c.path("sato"));
        assertContrast(new MantelHaenszelOddsRatio(strata), confidence, c.path("mantel-haenszel"));
        assertContrast(new ConditionalOddsRatio(strata), confidence, c.path("conditional"));
        for (Alternative alternative : Alternative.values()) {
            double e = c.path("cmh").path(SIDES.indexOf(alternative)).asDouble();
            assertThat(CochranMantelHaenszel.pValue(strata, alternative).orNaN()).isCloseTo(e, Relative.within(e, 1e-9));
        }
    }

    /// Oracle: tern, tests/testthat/_snaps/prop_diff.md, treatment minus placebo at 90%.
    @Test
    void stratifiedDifferencesAreThoseOfTern() {
        StratifiedDifference standard = new StratifiedDifference(TERN, Variance.STANDARD);
        assertThat(standard.estimate().orNaN()).isCloseTo(-0.1376866, within(5e-8));
        assertThat(standard.interval(0.9).lower().orNaN()).isCloseTo(-0.285363076, within(5e-10));
        assertThat(standard.interval(0.9).upper().orNaN()).isCloseTo(0.009989872, within(5e-10));
        ConfidenceInterval sato = new StratifiedDifference(TERN, Variance.SATO).interval(0.9);
        assertThat(sato.lower().orNaN()).isCloseTo(-0.31541846, within(5e-9));
        assertThat(sato.upper().orNaN()).isCloseTo(0.04004526, within(5e-9));
    }

    /// By hand: of equal shares the ratio is 1, where the variance is that of the hypergeometric distribution, 2000⁴ / (4000² · 3999).
    /// The probabilities of 2000 possible numbers are apart by more powers of ten than a double has.
    @Test
    void conditionalOddsRatioOfALargeStratumDoesNotOverflow() {
        ConditionalOddsRatio ratio = new ConditionalOddsRatio(List.of(pair(1000, 2000, 1000, 2000)));
        assertThat(ratio.estimate().orNaN()).isCloseTo(1, within(1e-12));
        double half = 1.959963984540054 / Math.sqrt(1e6 / 3999);
        assertThat(ratio.interval(0.95).lower().orNaN()).isCloseTo(StrictMath.exp(-half), within(1e-11));
        assertThat(ratio.interval(0.95).upper().orNaN()).isCloseTo(StrictMath.exp(half), within(1e-11));
    }

    /// Oracle: tern, the same with nobody on placebo in the first stratum.
    @Test
    void stratumWithoutSubjectsOfOneArmHasNoWeight() {
        List<Pair> strata = Stream.concat(Stream.of(pair(3, 8, 0, 0)), TERN.stream().skip(1)).toList();
        StratifiedDifference difference = new StratifiedDifference(strata, Variance.STANDARD);
        assertThat(difference.estimate().orNaN()).isCloseTo(-0.171767, within(5e-7));
        assertThat(difference.interval(0.9).lower().orNaN()).isCloseTo(-0.32786094, within(5e-9));
        assertThat(difference.interval(0.9).upper().orNaN()).isCloseTo(-0.01567301, within(5e-9));
        for (Contrast contrast : List.of(new StratifiedDifference(strata, Variance.SATO), new ConditionalOddsRatio(strata),
                new MantelHaenszelOddsRatio(strata))) {
            Contrast without = switch (contrast) {
                case StratifiedDifference _ -> new StratifiedDifference(TERN.subList(1, 6), Variance.SATO);
                case ConditionalOddsRatio _ -> new ConditionalOddsRatio(TERN.subList(1, 6));
                default -> new MantelHaenszelOddsRatio(TERN.subList(1, 6));
            };
            assertThat(contrast.interval(0.95)).isEqualTo(without.interval(0.95));
        }
    }

    /// Oracle: tern, tests/testthat/_snaps/odds_ratio.md; its `glm` stops at a relative 1e-8 of the deviance.
    @Test
    void oddsRatiosAreThoseOfTern() {
        OddsRatio plain = new OddsRatio(pair(1, 3, 2, 3));
        assertThat(plain.estimate().orNaN()).isEqualTo(0.25);
        assertThat(plain.interval(0.95).lower().orNaN()).isCloseTo(0.00838718, within(1e-8));
        assertThat(plain.interval(0.95).upper().orNaN()).isCloseTo(7.45184921, within(1e-5));
        ConditionalOddsRatio stratified = new ConditionalOddsRatio(List.of(pair(8, 25, 13, 33), pair(12, 25, 9, 17)));
        assertThat(stratified.estimate().orNaN()).isCloseTo(0.7689750, within(5e-8));
        assertThat(stratified.interval(0.95).lower().orNaN()).isCloseTo(0.3424155, within(5e-8));
        assertThat(stratified.interval(0.95).upper().orNaN()).isCloseTo(1.7269154, within(5e-8));
    }

    /// Oracle: R 4.2, `mantelhaen.test(correct = FALSE)`, `prop.test`, `fisher.test`, `glm`.
    @Test
    void comparisonsAreThoseOfR() {
        MantelHaenszelOddsRatio ratio = new MantelHaenszelOddsRatio(TERN);
        assertThat(ratio.estimate().orNaN()).isCloseTo(0.606265488975027, within(1e-11));
        assertThat(ratio.interval(0.95).lower().orNaN()).isCloseTo(0.276685275369989, within(1e-11));
        assertThat(ratio.interval(0.95).upper().orNaN()).isCloseTo(1.328432973639897, within(1e-11));
        assertThat(CochranMantelHaenszel.pValue(TERN, Alternative.TWO_SIDED).orNaN()).isCloseTo(0.1892073, within(5e-8));
        RiskDifference difference = new RiskDifference(new Proportion(15, 40), new Proportion(8, 45));
        ConfidenceInterval corrected = difference.interval(RiskDifference.Method.WALD_CORRECTED, 0.95);
        assertThat(corrected.lower().orNaN()).isCloseTo(-0.0134362146682579, within(1e-11));
        assertThat(corrected.upper().orNaN()).isCloseTo(0.4078806591127023, within(1e-11));
        Map<ProportionTest, double[]> oneSided = Map.of(
                ProportionTest.CHI_SQUARE, new double[]{0.0205324052479002, 0.9794675947521},
                ProportionTest.CHI_SQUARE_CORRECTED, new double[]{0.0360643054098176, 0.963935694590182},
                ProportionTest.FISHER, new double[]{0.0358272181582225, 0.989213232870689});
        oneSided.forEach((test, p) -> {
            assertThat(test.pValue(pair(15, 40, 8, 45), Alternative.GREATER).orNaN()).isCloseTo(p[0], within(1e-9));
            assertThat(test.pValue(pair(15, 40, 8, 45), Alternative.LESS).orNaN()).isCloseTo(p[1], within(1e-9));
        });
        ConfidenceInterval logistic = new OddsRatio(pair(15, 40, 8, 45)).interval(0.95);
        assertThat(logistic.lower().orNaN()).isCloseTo(1.02405992156522, within(1e-9));
        assertThat(logistic.upper().orNaN()).isCloseTo(7.51970157003115, within(1e-9));
    }

    @Test
    void whatHasNoValueSaysWhy() {
        List<Pair> oneArm = List.of(pair(3, 5, 0, 0), pair(0, 0, 1, 4));
        assertThat(List.of(new OddsRatio(pair(0, 5, 2, 5)).estimate(),
                new OddsRatio(pair(0, 0, 2, 5)).estimate(),
                new ConditionalOddsRatio(List.of(pair(4, 4, 0, 3), pair(2, 2, 0, 5))).estimate(),
                new ConditionalOddsRatio(List.of(pair(0, 4, 3, 3))).estimate(),
                new ConditionalOddsRatio(List.of(pair(5, 5, 6, 6))).estimate(),
                new ConditionalOddsRatio(oneArm).estimate(),
                new MantelHaenszelOddsRatio(List.of(pair(4, 4, 0, 3))).estimate(),
                new StratifiedDifference(oneArm, Variance.STANDARD).estimate(),
                CochranMantelHaenszel.pValue(oneArm, Alternative.GREATER)))
                .containsExactly(
                        new Estimate.NotEstimable("an odds ratio needs subjects with and without the property in both groups"),
                        new Estimate.NotEstimable("an odds ratio needs subjects in both groups"),
                        new Estimate.NotEstimable("the odds ratio over the strata has no upper bound"),
                        new Estimate.NotEstimable("the odds ratio over the strata is 0"),
                        new Estimate.NotEstimable(
                                "an odds ratio needs a stratum with both groups, and subjects with and without the property"),
                        new Estimate.NotEstimable(
                                "an odds ratio needs a stratum with both groups, and subjects with and without the property"),
                        new Estimate.NotEstimable("the odds ratio over the strata has no upper bound"),
                        new Estimate.NotEstimable("a difference over strata needs a stratum with subjects of both groups"),
                        new Estimate.NotEstimable("the test needs a stratum with two groups and two levels"));
    }

    @Test
    void everybodyRespondsInBothArms() {
        List<Pair> strata = List.of(pair(5, 5, 6, 6), pair(2, 2, 3, 3));
        for (Variance variance : Variance.values()) {
            StratifiedDifference difference = new StratifiedDifference(strata, variance);
            assertThat(difference.estimate()).isEqualTo(new Estimate.Value(0));
            assertThat(difference.interval(0.95)).isEqualTo(ConfidenceInterval.withoutVariance(0.95));
        }
    }

    /// Sato's variance is 0 too: with δ = 1, P is −n₁n₂ / 2(n₁ + n₂) and Q the same above 0.
    @Test
    void everybodyRespondsInOneArmAndNobodyInTheOther() {
        List<Pair> strata = List.of(pair(5, 5, 0, 6), pair(2, 2, 0, 3));
        for (Variance variance : Variance.values()) {
            StratifiedDifference difference = new StratifiedDifference(strata, variance);
            assertThat(difference.estimate()).isEqualTo(new Estimate.Value(1));
            assertThat(difference.interval(0.95)).isEqualTo(ConfidenceInterval.withoutVariance(0.95));
        }
    }
}
