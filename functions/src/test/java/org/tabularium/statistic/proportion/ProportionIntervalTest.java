package org.tabularium.statistic.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.casefile.Case;
import org.tabularium.statistic.ConfidenceInterval;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.Relative;

@Shows(Requirement.STATISTICS_RIGHT)
class ProportionIntervalTest {

    static Stream<Case> spec() {
        return Case.of("spec/intervals.yaml", "cases");
    }

    static Stream<Case> oracle() {
        return Case.of("oracle/intervals.json", "cases");
    }

    @ParameterizedTest
    @MethodSource("spec")
    void agreesWithPrintedLimits(Case c) {
        ConfidenceInterval interval = new Proportion(c.small("count"), c.small("n"))
                .interval(ProportionInterval.valueOf(c.text("method")), 0.95);
        int shift = c.has("percent") ? 2 : 0;
        assertThat(printed(interval.lower(), shift, c.text("lower"))).isEqualTo(c.text("lower"));
        assertThat(printed(interval.upper(), shift, c.text("upper"))).isEqualTo(c.text("upper"));
    }

    /// Oracle: SciPy, checked with mpmath (test-data/oracle/statistic_oracle.py; Wald: ProportionComparisonTest); every count of
    /// n = 1, 2, 3, 6, 11, 22 and 86.
    @ParameterizedTest
    @MethodSource("oracle")
    void agreesWithSciPy(Case c) {
        Proportion proportion = new Proportion(c.small("count"), c.small("n"));
        for (ProportionInterval method : EnumSet.complementOf(EnumSet.of(ProportionInterval.WALD,
                ProportionInterval.WALD_CORRECTED))) {
            double[] expected = c.numbers(method.name());
            ConfidenceInterval interval = proportion.interval(method, c.number("confidence"));
            assertThat(interval.lower().orNaN()).as("%s lower", method).isCloseTo(expected[0],
                    Relative.within(expected[0], 1e-11));
            assertThat(interval.upper().orNaN()).as("%s upper", method).isCloseTo(expected[1],
                    Relative.within(expected[1], 1e-11));
            assertThat(interval.confidence()).isEqualTo(c.number("confidence"));
        }
    }

    @ParameterizedTest
    @EnumSource(ProportionInterval.class)
    void noneOfThemAndAllOfThemHaveExactEnds(ProportionInterval method) {
        Assumptions.assumeThat(method).isNotEqualTo(ProportionInterval.WALD);
        for (int n : new int[]{1, 3, 22, 86, 10_000}) {
            assertThat(new Proportion(0, n).interval(method, 0.95).lower()).isEqualTo(new Estimate.Value(0));
            assertThat(new Proportion(n, n).interval(method, 0.95).upper()).isEqualTo(new Estimate.Value(1));
        }
    }

    /// p(1 − p) is 0: the formula's limits would be 0 to 0 and 1 to 1.
    @Test
    void waldsLimitsOfNoneAndOfAllAreNoInterval() {
        for (int n : new int[]{1, 3, 86}) {
            assertThat(new Proportion(0, n).interval(ProportionInterval.WALD, 0.95))
                    .isEqualTo(ConfidenceInterval.withoutVariance(0.95));
            assertThat(new Proportion(n, n).interval(ProportionInterval.WALD, 0.95))
                    .isEqualTo(ConfidenceInterval.withoutVariance(0.95));
        }
    }

    @ParameterizedTest
    @EnumSource(ProportionInterval.class)
    void limitsSurroundTheProportionAndMirrorEachOther(ProportionInterval method) {
        for (int n : new int[]{1, 4, 19, 250}) {
            for (int x = 0; x <= n; x++) {
                ConfidenceInterval interval = new Proportion(x, n).interval(method, 0.9);
                if (method == ProportionInterval.WALD && (x == 0 || x == n)) {
                    continue;
                }
                ConfidenceInterval mirrored = new Proportion(n - x, n).interval(method, 0.9);
                assertThat((double) x / n).isBetween(interval.lower().orNaN(), interval.upper().orNaN());
                assertThat(1 - mirrored.upper().orNaN()).isCloseTo(interval.lower().orNaN(), Relative.within(1, 1e-11));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ProportionInterval.class)
    void ofNobodyNothingIsEstimable(ProportionInterval method) {
        Proportion nobody = new Proportion(0, 0);
        Estimate none = new Estimate.NotEstimable("a proportion needs a denominator of at least one");
        assertThat(nobody.estimate()).isEqualTo(none);
        assertThat(nobody.interval(method, 0.95)).isEqualTo(new ConfidenceInterval(none, none, 0.95));
    }

    @Test
    void estimateIsTheShare() {
        assertThat(new Proportion(3, 6).estimate()).isEqualTo(new Estimate.Value(0.5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 95, -0.5, Double.NaN})
    void confidenceLiesBetweenZeroAndOne(double confidence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proportion(1, 2).interval(ProportionInterval.WILSON, confidence));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proportion(0, 0).interval(ProportionInterval.WILSON, confidence));
    }

    @Test
    void countLiesBetweenZeroAndN() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(3, 2)).withMessageContaining("3 of 2");
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(-1, 2));
    }

    private static String printed(Estimate limit, int shift, String like) {
        return BigDecimal.valueOf(limit.orNaN())
                .movePointRight(shift)
                .setScale(new BigDecimal(like).scale(), RoundingMode.HALF_UP)
                .toPlainString();
    }
}
