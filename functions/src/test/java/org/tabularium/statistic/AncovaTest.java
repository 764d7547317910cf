package org.tabularium.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabularium.statistic.Ancova.Margins;
import org.tabularium.statistic.Ancova.Term;

/// Analysis of covariance. Oracle: R's lm and emmeans (test-data/oracle/models_oracle.R); single cases by hand, as shown.
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
}
