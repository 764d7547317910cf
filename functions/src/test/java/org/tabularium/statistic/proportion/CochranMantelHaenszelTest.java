package org.tabularium.statistic.proportion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.Relative;

/// Tests of association within strata. Oracle: R's coin, with mantelhaen.test as second witness
/// (test-data/oracle/models_oracle.R); single cases by hand.
@Shows(Requirement.STATISTICS_RIGHT)
class CochranMantelHaenszelTest {

    private static final Estimate NONE = new Estimate.NotEstimable("the test needs a stratum with two groups and two levels");

    static Stream<JsonNode> cases() throws IOException {
        Path path = Path.of(System.getProperty("tabularium.root", "..")).resolve("test-data/oracle/cmh.json");
        JsonNode cases = new ObjectMapper().readTree(path.toFile()).path("cases");
        assertThat(cases).isNotEmpty();
        return StreamSupport.stream(cases.spliterator(), false);
    }

    private static double[] doubles(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false).mapToDouble(JsonNode::asDouble).toArray();
    }

    private static long[][] counts(JsonNode stratum) {
        return StreamSupport.stream(stratum.spliterator(), false)
                .map(row -> StreamSupport.stream(row.spliterator(), false).mapToLong(JsonNode::asLong).toArray())
                .toArray(long[][]::new);
    }

    private static void close(Estimate ours, JsonNode expected) {
        assertThat(ours.orNaN()).isCloseTo(expected.asDouble(), Relative.within(expected.asDouble(), 1e-9));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void allThreeTestsAgreeWithR(JsonNode c) {
        CochranMantelHaenszel tests = CochranMantelHaenszel.of(
                StreamSupport.stream(c.path("strata").spliterator(), false).map(CochranMantelHaenszelTest::counts).toList());
        close(tests.generalAssociation(), c.path("general"));
        close(tests.rowMeanScores(doubles(c.path("scores"))), c.path("rowMeans"));
        close(tests.correlation(doubles(c.path("groupScores")), doubles(c.path("scores"))), c.path("correlation"));
    }

    @Test
    void oneFourfoldTableIsPearsonsChiSquareLessOneSubject() {
        // n = 20, χ² = 20 (8·7 − 2·3)² / (10·10·11·9) = 5.0505; the Mantel-Haenszel form takes n − 1: 4.7980, p = 0.02849.
        CochranMantelHaenszel tests = CochranMantelHaenszel.of(List.<long[][]>of(new long[][]{{8, 2}, {3, 7}}));
        assertThat(tests.generalAssociation().orNaN()).isCloseTo(0.02849, Relative.within(1, 5e-6));
        assertThat(tests.rowMeanScores(new double[]{1, 2})).isEqualTo(tests.generalAssociation());
        assertThat(tests.correlation(new double[]{0, 1}, new double[]{0, 5})).isEqualTo(tests.generalAssociation());
    }

    @Test
    void emptyStrataGroupsAndLevelsChangeNothing() {
        Estimate plain = CochranMantelHaenszel.of(List.<long[][]>of(new long[][]{{8, 2}, {3, 7}})).generalAssociation();
        long[][] empty = {{0, 0, 0}, {0, 0, 0}, {0, 0, 0}};
        long[][] wide = {{8, 0, 2}, {0, 0, 0}, {3, 0, 7}};
        long[][] alone = {{0, 0, 0}, {0, 1, 0}, {0, 0, 0}};
        CochranMantelHaenszel tests = CochranMantelHaenszel.of(List.<long[][]>of(empty, wide, alone));
        assertThat(tests.generalAssociation().orNaN()).isCloseTo(plain.orNaN(), Relative.within(plain.orNaN(), 1e-9));
        assertThat(tests.rowMeanScores(new double[]{1, 2, 3}).orNaN()).isCloseTo(plain.orNaN(),
                Relative.within(plain.orNaN(), 1e-9));
    }

    @Test
    void nothingToCompareHasNoTest() {
        assertThat(CochranMantelHaenszel.of(List.of()).generalAssociation()).isEqualTo(NONE);
        assertThat(CochranMantelHaenszel.of(List.of()).rowMeanScores(new double[]{1, 2})).isEqualTo(NONE);
        assertThat(CochranMantelHaenszel.of(List.<long[][]>of(new long[][]{{5, 3}, {0, 0}})).generalAssociation())
                .isEqualTo(NONE);
        assertThat(CochranMantelHaenszel.of(List.<long[][]>of(new long[][]{{5, 0}, {4, 0}})).rowMeanScores(new double[]{1, 2}))
                .isEqualTo(NONE);
        assertThat(CochranMantelHaenszel.of(List.<long[][]>of(new long[][]{{1, 0}, {0, 0}})).correlation(new double[]{0, 1},
                new double[]{0, 1}))
                .isEqualTo(NONE);
    }

    /// By hand: only the differences of scores count, as in their correlation.
    @Test
    void originOfTheScoresDoesNotMatter() {
        CochranMantelHaenszel tests = CochranMantelHaenszel.of(List.<long[][]>of(
                new long[][]{{8, 2, 5}, {3, 7, 6}}, new long[][]{{4, 9, 1}, {2, 2, 8}}));
        double means = tests.rowMeanScores(new double[]{1, 2, 4}).orNaN();
        assertThat(tests.rowMeanScores(new double[]{1e9 + 1, 1e9 + 2, 1e9 + 4}).orNaN()).isCloseTo(means,
                Relative.within(means, 1e-11));
        double correlation = tests.correlation(new double[]{0, 1}, new double[]{1, 2, 4}).orNaN();
        assertThat(tests.correlation(new double[]{1e9, 1e9 + 1}, new double[]{1e9 + 1, 1e9 + 2, 1e9 + 4}).orNaN())
                .isCloseTo(correlation, Relative.within(correlation, 1e-11));
    }
}
