package org.tabularium.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.statistic.Ancova.Margins;
import org.tabularium.statistic.Ancova.Term;

/// Analysis of covariance. Oracle: R's lm and emmeans (test-data/oracle/models_oracle.R); single cases by hand, as shown.
@Shows(Requirement.STATISTICS_RIGHT)
class AncovaTest {

    static Stream<JsonNode> cases() throws IOException {
        Path path = Path.of(System.getProperty("tabularium.root", "..")).resolve("test-data/oracle/ancova.json");
        JsonNode cases = new ObjectMapper().readTree(path.toFile()).path("cases");
        assertThat(cases).isNotEmpty();
        return StreamSupport.stream(cases.spliterator(), false);
    }

    private static double[] doubles(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false).mapToDouble(JsonNode::asDouble).toArray();
    }

    private static int[] ints(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
    }

    private static List<Term> terms(JsonNode c) {
        List<Term> terms = new ArrayList<>();
        c.path("covariates").forEach(values -> terms.add(new Term.Covariate(doubles(values))));
        c.path("factors").forEach(levels -> terms.add(new Term.Factor(ints(levels))));
        return terms;
    }

    /// Relative to the number, or to its standard error where it is smaller: a difference near 0 has no more digits than that.
    private static void close(Estimate ours, JsonNode expected, double scale) {
        assertThat(ours.orNaN()).isCloseTo(expected.asDouble(),
                Relative.within(Math.max(Math.abs(expected.asDouble()), scale), 1e-9));
    }

    private static void agrees(LinearEstimate ours, JsonNode expected, double confidence) {
        double scale = expected.path("error").asDouble();
        close(ours.value(), expected.path("value"), scale);
        close(ours.standardError(), expected.path("error"), 0);
        if (expected.has("lower")) {
            close(ours.interval(confidence).lower(), expected.path("lower"), scale);
            close(ours.interval(confidence).upper(), expected.path("upper"), scale);
        }
        if (expected.has("p")) {
            close(ours.pValue(), expected.path("p"), 0);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void meansAndDifferencesAgreeWithR(JsonNode c) {
        double confidence = c.path("confidence").asDouble();
        Ancova model = Ancova.of(doubles(c.path("y")), ints(c.path("group")), terms(c));
        for (int group = 0; group < c.path("equal").size(); group++) {
            agrees(model.lsMean(group, Margins.EQUAL), c.path("equal").get(group), confidence);
            agrees(model.lsMean(group, Margins.OBSERVED), c.path("observed").get(group), confidence);
            assertThat(model.lsMean(group, Margins.EQUAL).freedom()).isEqualTo(c.path("freedom").asInt());
        }
        close(model.rootMeanSquareError(), c.path("sigma"), 0);
        for (JsonNode difference : c.path("differences")) {
            agrees(model.difference(difference.path("first").asInt(), difference.path("second").asInt()), difference, confidence);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void doseResponseAgreesWithR(JsonNode c) {
        agrees(Ancova.slope(doubles(c.path("y")), doubles(c.path("dose")), terms(c)), c.path("slope"), 0.95);
    }

    @Test
    void twoGroupsWithoutTermsAreThePooledTTest() {
        // Means 2 and 4, variance (2 + 2) / 4 = 1, standard error √(1/3 + 1/3).
        LinearEstimate difference = Ancova.of(new double[]{1, 2, 3, 3, 4, 5}, new int[]{0, 0, 0, 1, 1, 1}, List.of())
                .difference(1, 0);
        assertThat(difference.value()).isEqualTo(new Estimate.Value(2));
        assertThat(difference.standardError().orNaN()).isCloseTo(Math.sqrt(2.0 / 3), Relative.within(1, 1e-11));
        assertThat(difference.freedom()).isEqualTo(4);
    }

    @Test
    void emptyGroupHasNoMeanAndTheOthersStayAsTheyAre() {
        Ancova model = Ancova.of(new double[]{1, 2, 5, 7}, new int[]{0, 0, 2, 2}, List.of());
        assertThat(model.lsMean(1, Margins.EQUAL).value()).isEqualTo(new Estimate.NotEstimable("the group has no values"));
        assertThat(model.difference(1, 0).pValue()).isEqualTo(new Estimate.NotEstimable("the group has no values"));
        assertThat(model.difference(2, 0).value()).isEqualTo(new Estimate.Value(4.5));
    }

    @Test
    void noValuesAtAll() {
        Ancova model = Ancova.of(new double[0], new int[0],
                List.of(new Term.Covariate(new double[0]), new Term.Factor(new int[0])));
        assertThat(model.lsMean(0, Margins.EQUAL).value()).isInstanceOf(Estimate.NotEstimable.class);
        assertThat(Ancova.slope(new double[0], new double[0], List.of()).value())
                .isEqualTo(new Estimate.NotEstimable("a slope needs two different doses"));
    }

    @Test
    void asManyCoefficientsAsValuesHaveNoError() {
        LinearEstimate difference = Ancova.of(new double[]{1, 4}, new int[]{0, 1}, List.of()).difference(1, 0);
        assertThat(difference.value()).isEqualTo(new Estimate.Value(3));
        Estimate none = new Estimate.NotEstimable("there are as many coefficients as values");
        assertThat(difference.standardError()).isEqualTo(none);
        assertThat(difference.interval(0.95).upper()).isEqualTo(none);
        assertThat(difference.pValue()).isEqualTo(none);
    }

    @Test
    void equalValuesHaveNoPValue() {
        LinearEstimate difference = Ancova.of(new double[]{4, 4, 4, 4}, new int[]{0, 0, 1, 1}, List.of()).difference(1, 0);
        assertThat(difference.value()).isEqualTo(new Estimate.Value(0));
        assertThat(difference.pValue()).isEqualTo(new Estimate.NotEstimable("the model fits without a residual"));
    }

    @Test
    void groupThatIsASiteOfItsOwnCannotBeToldFromIt() {
        // Site 1 is group 1: only the sum of both effects is known.
        Ancova model = Ancova.of(
                new double[]{1, 2, 3, 6, 7}, new int[]{0, 0, 0, 1, 1}, List.of(new Term.Factor(new int[]{0, 0, 0, 1, 1})));
        Estimate none = new Estimate.NotEstimable("the model cannot tell it from the effect of another variable");
        assertThat(model.difference(1, 0).value()).isEqualTo(none);
        assertThat(model.lsMean(0, Margins.EQUAL).value()).isEqualTo(none);
    }

    @Test
    void constantCovariateChangesNothing() {
        double[] response = {1, 2, 4, 3, 9, 5};
        int[] group = {0, 0, 0, 1, 1, 1};
        LinearEstimate plain = Ancova.of(response, group, List.of()).difference(1, 0);
        assertThat(Ancova.of(response, group, List.of(new Term.Covariate(new double[]{7, 7, 7, 7, 7, 7}))).difference(1, 0))
                .isEqualTo(plain);
    }

    @Test
    void differenceOfTheOtherDirectionHasTheOtherSign() {
        Ancova model = Ancova.of(new double[]{1, 2, 5, 7}, new int[]{0, 0, 1, 1}, List.of());
        assertThat(model.difference(0, 1).value()).isEqualTo(new Estimate.Value(-4.5));
        assertThat(model.difference(0, 0).value()).isEqualTo(new Estimate.Value(0));
    }

    /// By hand: the second factor says what the first one has said, so the model is the same.
    @Test
    void factorGivenTwiceChangesNothing() {
        double[] response = {1, 2, 4, 3, 9, 5, 8};
        int[] group = {0, 0, 0, 1, 1, 1, 1};
        Term site = new Term.Factor(new int[]{0, 1, 1, 0, 1, 0, 1});
        Ancova once = Ancova.of(response, group, List.of(site));
        Ancova twice = Ancova.of(response, group, List.of(site, site));
        for (Margins margins : Margins.values()) {
            assertThat(twice.lsMean(1, margins)).isEqualTo(once.lsMean(1, margins));
        }
        assertThat(twice.difference(1, 0)).isEqualTo(once.difference(1, 0));
    }

    /// By hand: neither the unit of a covariate nor that of the response shows in a p-value.
    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e-3, 1e6, 1e12})
    void unitsDoNotMatter(double unit) {
        double[] response = {1, 2, 4, 3, 9, 5};
        int[] group = {0, 0, 0, 1, 1, 1};
        double[] covariate = {0.2, 0.9, 0.4, 0.3, 0.8, 0.7};
        double p = Ancova.of(response, group, List.of(new Term.Covariate(covariate))).difference(1, 0).pValue().orNaN();
        Term scaled = new Term.Covariate(times(covariate, unit));
        assertThat(Ancova.of(response, group, List.of(scaled)).difference(1, 0).pValue().orNaN())
                .isCloseTo(p, Relative.within(p, 1e-9));
        assertThat(Ancova.of(times(response, unit), group, List.of(scaled)).difference(1, 0).pValue().orNaN())
                .isCloseTo(p, Relative.within(p, 1e-9));
    }

    /// By hand: y = 3x + 2 in the first group, 3x + 6 in the second.
    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1, 1e9})
    void modelThatFitsExactlyHasNoPValueWhateverTheUnit(double unit) {
        LinearEstimate difference = Ancova
                .of(times(new double[]{2.3, 2.9, 3.5, 6.6, 7.2, 7.8}, unit), new int[]{0, 0, 0, 1, 1, 1},
                        List.of(new Term.Covariate(new double[]{0.1, 0.3, 0.5, 0.2, 0.4, 0.6})))
                .difference(1, 0);
        assertThat(difference.value().orNaN()).isCloseTo(4 * unit, Relative.within(4 * unit, 1e-11));
        assertThat(difference.pValue()).isEqualTo(new Estimate.NotEstimable("the model fits without a residual"));
    }

    /// By hand: the second covariate is three times the first, in any unit.
    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1, 1e6})
    void covariateThatSaysWhatAnotherSaidChangesNothing(double unit) {
        double[] response = {1, 2, 4, 3, 9, 5};
        int[] group = {0, 0, 0, 1, 1, 1};
        double[] first = times(new double[]{0.2, 0.9, 0.4, 0.3, 0.8, 0.7}, unit);
        Term covariate = new Term.Covariate(first);
        LinearEstimate once = Ancova.of(response, group, List.of(covariate)).difference(1, 0);
        LinearEstimate twice = Ancova.of(response, group, List.of(covariate, new Term.Covariate(times(first, 3)))).difference(1,
                0);
        assertThat(twice).isEqualTo(once);
    }

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(v -> v * factor).toArray();
    }
}
