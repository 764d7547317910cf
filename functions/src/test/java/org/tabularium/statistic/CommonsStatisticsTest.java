package org.tabularium.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import org.apache.commons.statistics.descriptive.Statistic;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.ContinuityCorrection;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.casefile.Case;
import org.tabularium.statistic.proportion.FisherExactTest;
import org.tabularium.statistic.proportion.PearsonChiSquare;

/// Our statistics are those of Apache Commons Statistics, which is the oracle here, on data drawn from seeds. Where the library
/// itself differs from the definition is
/// data: `commons-statistics.json`, with the definition's number in rational arithmetic
/// (test-data/oracle/commons_statistics_oracle.py).
@Shows(Requirement.STATISTICS_RIGHT)
class CommonsStatisticsTest {

    private static final String DIFFERENCES = "oracle/commons-statistics.json";
    private static final int SUBJECTS = 20;
    private static final int LARGEST_SAMPLE = 100;

    /// Of values with one decimal, so that some are equal; or of doubles without such.
    private static double[] sample(SplittableRandom random, int size, boolean tied) {
        double shift = random.nextDouble(-50, 50);
        return random.doubles(size).map(x -> tied ? Math.rint(x * 100) / 10 : x * 10 + shift).toArray();
    }

    private static void close(Estimate ours, double expected) {
        assertThat(ours.orNaN()).isCloseTo(expected, Relative.within(expected, 1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void descriptiveStatisticsAgree(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 300; i++) {
            double[] values = sample(random, random.nextInt(2, 200), i % 2 == 0);
            Descriptive ours = Descriptive.of(values);
            DoubleStatistics theirs = DoubleStatistics.of(
                    Set.of(Statistic.MEAN, Statistic.STANDARD_DEVIATION, Statistic.MIN, Statistic.MAX), values);
            // Theirs depend on the order of the values, in the last digits.
            double largest = Math.max(Math.abs(theirs.getAsDouble(Statistic.MIN)), Math.abs(theirs.getAsDouble(Statistic.MAX)));
            assertThat(ours.mean().orNaN()).isCloseTo(theirs.getAsDouble(Statistic.MEAN), within(1e-14 * largest));
            assertThat(ours.sd().orNaN()).isCloseTo(theirs.getAsDouble(Statistic.STANDARD_DEVIATION), within(1e-13 * largest));
            assertThat(ours.min().orNaN()).isEqualTo(theirs.getAsDouble(Statistic.MIN));
            assertThat(ours.max().orNaN()).isEqualTo(theirs.getAsDouble(Statistic.MAX));
            assertThat(ours.median().orNaN()).isEqualTo(Median.withDefaults().evaluate(values) + 0.0);
        }
    }

    /// All hundredths of samples of 1 to 100, of the values 1, 2, 5, 10, 17, …
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void quantilesAgreeButWhereTheProductIsWholeInDecimalsOnly(int type) {
        Set<List<Number>> differing = new HashSet<>();
        Case.of(DIFFERENCES, "quantiles").filter(c -> c.small("type") == type)
                .forEach(c -> differing.add(List.of(c.small("n"), c.number("p"))));
        var theirs = org.apache.commons.statistics.descriptive.Quantile.withDefaults()
                .with(EstimationMethod.valueOf("HF" + type));
        for (int n = 1; n <= LARGEST_SAMPLE; n++) {
            double[] values = IntStream.range(0, n).mapToDouble(i -> i * i + 1).toArray();
            Descriptive ours = Descriptive.of(values);
            for (int hundredths = 1; hundredths < 100; hundredths++) {
                double p = hundredths / 100.0;
                double expected = theirs.evaluate(values.clone(), p);
                double quantile = ours.quantile(Quantile.ofType(type), p).orNaN();
                boolean same = Math.abs(quantile - expected) <= 1e-12 * expected;
                assertThat(same).as("%d values, p = %s: %s and %s", n, p, quantile, expected)
                        .isNotEqualTo(differing.contains(List.<Number>of(n, p)));
            }
        }
    }

    static Stream<Case> quantiles() {
        return Case.of(DIFFERENCES, "quantiles");
    }

    @ParameterizedTest
    @MethodSource("quantiles")
    void quantileThatDiffersIsThatOfTheDefinition(Case c) {
        double[] values = IntStream.range(0, c.small("n")).mapToDouble(i -> i * i + 1).toArray();
        assertThat(Descriptive.of(values).quantile(Quantile.ofType(c.small("type")), c.number("p")))
                .isEqualTo(new Estimate.Value(c.number("quantile")));
    }

    @Test
    void fishersTestAgreesButWhereTablesAreEquallyProbable() {
        Set<List<Integer>> differing = new HashSet<>();
        Case.of(DIFFERENCES, "fisher")
                .forEach(c -> differing.add(Arrays.stream(c.numbers("table")).mapToObj(x -> (int) x).toList()));
        var theirs = org.apache.commons.statistics.inference.FisherExactTest.withDefaults();
        int tables = 0;
        for (int a = 0; a <= SUBJECTS; a++) {
            for (int b = 0; a + b <= SUBJECTS; b++) {
                for (int c = 0; a + b + c <= SUBJECTS; c++) {
                    for (int d = a + b + c == 0 ? 1 : 0; a + b + c + d <= SUBJECTS; d++) {
                        double expected = theirs.test(new int[][]{{a, b}, {c, d}}).getPValue();
                        double p = FisherExactTest.pValue(a, b, c, d).orNaN();
                        boolean same = Math.abs(p - expected) <= 1e-9 * p;
                        assertThat(same).as("%d %d / %d %d: %s and %s", a, b, c, d, p, expected)
                                .isNotEqualTo(differing.contains(List.of(a, b, c, d)));
                        tables++;
                    }
                }
            }
        }
        assertThat(tables).isEqualTo(10_625);
    }

    static Stream<Case> fisher() {
        return Case.of(DIFFERENCES, "fisher");
    }

    @ParameterizedTest
    @MethodSource("fisher")
    void pValueThatDiffersIsThatOfTheDefinition(Case c) {
        double[] t = c.numbers("table");
        double p = FisherExactTest.pValue((int) t[0], (int) t[1], (int) t[2], (int) t[3]).orNaN();
        assertThat(p).isCloseTo(c.number("p"), Relative.within(c.number("p"), 1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void testsOfMeansAgree(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        var pooled = org.apache.commons.statistics.inference.TTest.withDefaults().with(DataDispersion.HOMOSCEDASTIC);
        var welch = org.apache.commons.statistics.inference.TTest.withDefaults().with(DataDispersion.HETEROSCEDASTIC);
        var anova = org.apache.commons.statistics.inference.OneWayAnova.withDefaults();
        for (int i = 0; i < 200; i++) {
            double[] first = sample(random, random.nextInt(2, 40), i % 2 == 0);
            double[] second = sample(random, random.nextInt(2, 40), i % 2 == 0);
            double[] third = sample(random, random.nextInt(2, 40), i % 2 == 0);
            close(TTest.POOLED.pValue(first, second), pooled.test(first, second).getPValue());
            close(TTest.WELCH.pValue(first, second), welch.test(first, second).getPValue());
            List<double[]> groups = List.of(first, second, third);
            close(OneWayAnova.pValue(groups), anova.test(groups).getPValue());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void rankSumTestsAgree(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MannWhitneyUTest test = MannWhitneyUTest.withDefaults().with(AlternativeHypothesis.TWO_SIDED)
                .with(ContinuityCorrection.ENABLED);
        for (int i = 0; i < 200; i++) {
            boolean tied = i % 2 == 0;
            double[] first = random.doubles(random.nextInt(3, 30)).map(x -> tied ? Math.rint(x * 10) : x).toArray();
            double[] second = random.doubles(random.nextInt(3, 30)).map(x -> tied ? Math.rint(x * 12) : x).toArray();
            PValueMethod method = tied ? PValueMethod.ASYMPTOTIC : PValueMethod.EXACT;
            close(WilcoxonRankSum.pValue(first, second), test.with(method).test(first, second).getPValue());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 11, 12})
    void chiSquareTestsAgree(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 300; i++) {
            int width = random.nextInt(2, 6);
            long[][] table = Stream.generate(() -> random.longs(width, 1, 60).toArray()).limit(random.nextInt(2, 6))
                    .toArray(long[][]::new);
            close(PearsonChiSquare.pValue(table), ChiSquareTest.withDefaults().test(table).getPValue());
        }
    }
}
