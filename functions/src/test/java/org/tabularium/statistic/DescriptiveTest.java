package org.tabularium.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.casefile.Case;

@Shows(Requirement.STATISTICS_RIGHT)
class DescriptiveTest {

    static Stream<Case> oracle() {
        return Case.of("oracle/descriptive.json", "cases");
    }

    /// Oracle: exact rational arithmetic (test-data/oracle/statistic_oracle.py), so the mean is compared to the last bit.
    @ParameterizedTest
    @MethodSource("oracle")
    void agreesWithRationalArithmetic(Case c) {
        Descriptive of = Descriptive.of(c.numbers("values"));
        assertThat(of.n()).isEqualTo(c.small("n"));
        assertThat(of.mean()).isEqualTo(new Estimate.Value(c.number("mean")));
        assertThat(of.min()).isEqualTo(new Estimate.Value(c.number("min")));
        assertThat(of.median()).isEqualTo(new Estimate.Value(c.number("median")));
        assertThat(of.max()).isEqualTo(new Estimate.Value(c.number("max")));
        if (c.has("sd")) {
            assertThat(of.sd().orNaN()).isCloseTo(c.number("sd"), Relative.within(c.number("sd"), 1e-14));
        } else {
            assertThat(of.sd()).isEqualTo(new Estimate.NotEstimable("standard deviation needs at least two values"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfTheValuesDoesNotMatter(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.doubles(500, -1, 1).map(x -> x * StrictMath.pow(10, random.nextInt(-8, 9))).toArray();
        Descriptive before = Descriptive.of(values);
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double swap = values[i];
            values[i] = values[j];
            values[j] = swap;
        }
        Descriptive after = Descriptive.of(values);
        assertThat(after.mean()).isEqualTo(before.mean());
        assertThat(after.sd()).isEqualTo(before.sd());
        assertThat(before.mean()).isInstanceOf(Estimate.Value.class);
    }

    @Test
    void withoutValuesNothingIsEstimable() {
        Descriptive none = Descriptive.of(new double[0]);
        assertThat(none.n()).isZero();
        assertThat(Stream.of(none.mean(), none.sd(), none.min(), none.median(), none.max(),
                none.quantile(Quantile.TYPE_7, 0.25)))
                .containsOnly(new Estimate.NotEstimable("there are no values"));
    }

    @Test
    void valuesAllTheSameHaveNoSpread() {
        Descriptive same = Descriptive.of(new double[]{0.1, 0.1, 0.1});
        assertThat(same.mean()).isEqualTo(new Estimate.Value(0.1));
        assertThat(same.sd()).isEqualTo(new Estimate.Value(0));
    }

    @Test
    void valuesGivenAreNotChanged() {
        double[] values = {3, 1, 2};
        assertThat(Descriptive.of(values).median()).isEqualTo(new Estimate.Value(2));
        assertThat(values).containsExactly(3, 1, 2);
    }

    @Test
    void overflowIsNotEstimableRatherThanInfinite() {
        Descriptive huge = Descriptive.of(new double[]{1e308, 1.2e308, 1.4e308});
        assertThat(huge.mean()).isInstanceOf(Estimate.NotEstimable.class);
        assertThat(huge.sd()).isInstanceOf(Estimate.NotEstimable.class);
        assertThat(huge.median()).isEqualTo(new Estimate.Value(1.2e308));
        assertThat(Descriptive.of(new double[]{1, Double.POSITIVE_INFINITY}).mean()).isInstanceOf(Estimate.NotEstimable.class);
    }

    @Test
    void noMinusZeroComesOut() {
        Descriptive zeros = Descriptive.of(new double[]{-0.0, -0.0});
        assertThat(Stream.of(zeros.mean(), zeros.min(), zeros.median(), zeros.max())).containsOnly(new Estimate.Value(0.0));
    }

    @Test
    void missingValuesAndImpossibleProbabilitiesAreTheCallersMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> Descriptive.of(new double[]{1, Double.NaN}));
        assertThatIllegalArgumentException().isThrownBy(() -> Descriptive.of(new double[]{1}).quantile(Quantile.TYPE_2, 25));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Descriptive.of(new double[]{1}).quantile(Quantile.TYPE_2, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate.Value(Double.NaN));
    }

    /// By hand: two values that lie one double apart from a mean that no double is; their standard deviation is √2.
    @Test
    void roundingOfTheMeanDoesNotShowInTheStandardDeviation() {
        assertThat(Descriptive.of(new double[]{1e16, 1e16 + 2}).sd().orNaN()).isCloseTo(Math.sqrt(2), Relative.within(1, 1e-15));
    }

    /// R 4.2.2 on x = log of the values above 0: `exp(mean(x))`, `100 * sqrt(exp(var(x)) - 1)`, `exp(t.test(x)$conf.int)`. Of one
    /// value there is a mean alone, of none nothing.
    @Test
    void geometricStatisticsAreThoseOfTheLogarithms() {
        Descriptive.Geometric some = Descriptive.of(new double[]{12.5, 80, 0, 33.1, 7, -2}).geometric();
        assertThat(some.leftOut()).isEqualTo(2);
        assertThat(some.mean().orNaN()).isCloseTo(21.93974160883281, Relative.within(22, 1e-12));
        assertThat(some.variation().orNaN()).isCloseTo(147.4235458012883, Relative.within(147, 1e-12));
        assertThat(some.interval(0.95).lower().orNaN()).isCloseTo(3.968347642655951, Relative.within(4, 1e-11));
        assertThat(some.interval(0.95).upper().orNaN()).isCloseTo(121.2979066370779, Relative.within(121, 1e-11));
        Descriptive.Geometric one = Descriptive.of(new double[]{8}).geometric();
        assertThat(one.mean().orNaN()).isCloseTo(8, Relative.within(8, 1e-14));
        assertThat(one.variation()).isInstanceOf(Estimate.NotEstimable.class);
        assertThat(one.interval(0.95).upper()).isEqualTo(new Estimate.NotEstimable("limits need at least two values above 0"));
        Descriptive.Geometric none = Descriptive.of(new double[]{0}).geometric();
        assertThat(none.mean()).isEqualTo(new Estimate.NotEstimable("there are no values above 0"));
        assertThat(none.interval(0.95).lower()).isInstanceOf(Estimate.NotEstimable.class);
    }

    /// R 4.2.2: `t.test(log(x), log(y), var.equal = TRUE)`, transformed back. By hand: one value against one has a ratio and no
    /// limits, equal values have limits without width.
    @Test
    void geometricMeansAreComparedByTheirLogarithms() {
        Descriptive.Geometric x = Descriptive.of(new double[]{12.5, 80, 0, 33.1, 7}).geometric();
        Descriptive.Geometric y = Descriptive.of(new double[]{20, 41.5, 9.9}).geometric();
        LinearEstimate ratio = x.logarithmOver(y);
        assertThat(ratio.ratio().orNaN()).isCloseTo(1.08724414966749, Relative.within(1, 1e-11));
        assertThat(ratio.ratioInterval(0.95).lower().orNaN()).isCloseTo(0.16911912150739, Relative.within(0.1, 1e-11));
        assertThat(ratio.ratioInterval(0.95).upper().orNaN()).isCloseTo(6.98974681543946, Relative.within(7, 1e-11));
        Descriptive.Geometric two = Descriptive.of(new double[]{2}).geometric();
        LinearEstimate single = two.logarithmOver(Descriptive.of(new double[]{4}).geometric());
        assertThat(single.ratio().orNaN()).isCloseTo(0.5, Relative.within(0.5, 1e-11));
        assertThat(single.ratioInterval(0.95).lower()).isInstanceOf(Estimate.NotEstimable.class);
        Descriptive.Geometric same = Descriptive.of(new double[]{3, 3}).geometric();
        assertThat(same.logarithmOver(same).ratio()).isEqualTo(new Estimate.Value(1));
        assertThat(same.logarithmOver(same).ratioInterval(0.95)).isEqualTo(ConfidenceInterval.withoutVariance(0.95));
        assertThat(same.interval(0.95)).isEqualTo(ConfidenceInterval.withoutVariance(0.95));
        assertThat(two.logarithmOver(Descriptive.of(new double[]{0}).geometric()).ratio())
                .isEqualTo(new Estimate.NotEstimable("there are no values above 0"));
    }

    /// By hand: the mean of 1, 2, 6 is 3, the squares of the deviations add up to 14.
    @Test
    void varianceAndRangesAreOneNumberEach() {
        Descriptive of = Descriptive.of(new double[]{6, 1, 2});
        assertThat(of.variance()).isEqualTo(new Estimate.Value(7));
        assertThat(of.range()).isEqualTo(new Estimate.Value(5));
        assertThat(of.interquartileRange(Quantile.TYPE_2)).isEqualTo(new Estimate.Value(5));
        Descriptive one = Descriptive.of(new double[]{4});
        assertThat(one.variance()).isEqualTo(new Estimate.NotEstimable("variance needs at least two values"));
        assertThat(one.range()).isEqualTo(new Estimate.Value(0));
        assertThat(Descriptive.of(new double[0]).range()).isInstanceOf(Estimate.NotEstimable.class);
        assertThat(Descriptive.of(new double[0]).interquartileRange(Quantile.TYPE_2)).isInstanceOf(Estimate.NotEstimable.class);
    }
}
