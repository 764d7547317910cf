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
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.statistic.proportion.PearsonChiSquare;

/// Tests between groups. Oracle: SciPy's f_oneway and chi2_contingency, with mpmath as a second witness
/// (test-data/oracle/group_tests.py).
@Shows(Requirement.STATISTICS_RIGHT)
class GroupTestsTest {

    static Stream<JsonNode> anova() throws IOException {
        return cases("anova.json");
    }

    static Stream<JsonNode> chiSquare() throws IOException {
        return cases("chi-square.json");
    }

    private static Stream<JsonNode> cases(String file) throws IOException {
        Path path = Path.of(System.getProperty("tabularium.root", "..")).resolve("test-data/oracle").resolve(file);
        JsonNode cases = new ObjectMapper().readTree(path.toFile()).path("cases");
        assertThat(cases).isNotEmpty();
        return StreamSupport.stream(cases.spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("anova")
    void analysisOfVarianceAgreesWithSciPy(JsonNode c) {
        List<double[]> groups = new ArrayList<>();
        c.path("groups").forEach(group -> groups.add(doubles(group)));
        double expected = c.path("p").asDouble();
        assertThat(OneWayAnova.pValue(groups).orNaN()).isCloseTo(expected, Relative.within(expected, 1e-9));
    }

    @ParameterizedTest
    @MethodSource("chiSquare")
    void chiSquareAgreesWithSciPy(JsonNode c) {
        List<long[]> rows = new ArrayList<>();
        c.path("table")
                .forEach(row -> rows.add(StreamSupport.stream(row.spliterator(), false).mapToLong(JsonNode::asLong).toArray()));
        double expected = c.path("p").asDouble();
        assertThat(PearsonChiSquare.pValue(rows.toArray(long[][]::new)).orNaN())
                .isCloseTo(expected, Relative.within(expected, 1e-9));
    }

    private static double[] doubles(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false).mapToDouble(JsonNode::asDouble).toArray();
    }

    @Test
    void oneGroupHasNoTest() {
        assertThat(OneWayAnova.pValue(List.of(new double[]{1, 2, 3}, new double[0])))
                .isEqualTo(new Estimate.NotEstimable("the test needs at least two groups with values"));
    }

    @Test
    void oneValueAGroupHasNoTest() {
        assertThat(OneWayAnova.pValue(List.of(new double[]{1}, new double[]{2})))
                .isEqualTo(new Estimate.NotEstimable("the test needs a group with two values"));
    }

    @Test
    void equalValuesHaveNoTestAndPerfectSeparationHasPZero() {
        assertThat(OneWayAnova.pValue(List.of(new double[]{4, 4}, new double[]{4, 4})))
                .isEqualTo(new Estimate.NotEstimable("all values are equal"));
        assertThat(OneWayAnova.pValue(List.of(new double[]{4, 4}, new double[]{5, 5}))).isEqualTo(new Estimate.Value(0));
    }

    @Test
    void oneFilledRowOrColumnHasNoTest() {
        Estimate none = new Estimate.NotEstimable("the test needs two rows and two columns with counts");
        assertThat(PearsonChiSquare.pValue(new long[][]{{3, 4}, {0, 0}})).isEqualTo(none);
        assertThat(PearsonChiSquare.pValue(new long[][]{{3, 0}, {4, 0}})).isEqualTo(none);
        assertThat(PearsonChiSquare.pValue(new long[0][0])).isEqualTo(none);
    }
}
