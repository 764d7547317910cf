package org.tabularium.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.casefile.Case;

@Shows(Requirement.STATISTICS_RIGHT)
class QuantileTest {

    static Stream<Case> spec() {
        return Case.of("spec/quantiles.yaml", "cases");
    }

    static Stream<Case> oracle() {
        return Case.of("oracle/quantiles.json", "cases");
    }

    @ParameterizedTest
    @MethodSource("spec")
    void agreesWithHandCalculation(Case c) {
        double[] values = c.has("values")
                ? c.numbers("values")
                : IntStream.rangeClosed(c.small("first"), c.small("last")).asDoubleStream().toArray();
        Estimate quantile = Descriptive.of(values).quantile(Quantile.ofType(c.small("type")), c.number("p"));
        assertThat(quantile.orNaN()).isCloseTo(c.number("quantile"), Relative.within(c.number("quantile"), 1e-15));
    }

    /// Oracle: the definition in rational arithmetic and numpy.quantile (test-data/oracle/statistic_oracle.py).
    @ParameterizedTest
    @MethodSource("oracle")
    void agreesWithRationalArithmeticAndNumPy(Case c) {
        Descriptive sample = Descriptive.of(c.numbers("values"));
        Quantile type = Quantile.ofType(c.small("type"));
        double[] p = c.numbers("p");
        double[] expected = c.numbers("quantiles");
        // An interpolated value between a negative and a positive one keeps their error, not its own.
        double scale = Math.max(Math.abs(sample.min().orNaN()), Math.abs(sample.max().orNaN()));
        assertThat(expected).hasSameSizeAs(p);
        for (int i = 0; i < p.length; i++) {
            double quantile = sample.quantile(type, p[i]).orNaN();
            assertThat(quantile).as("p = %s", p[i]).isCloseTo(expected[i], within(1e-12 * Math.abs(expected[i]) + 1e-15 * scale));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, -1})
    void typesAreOneToNine(int type) {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantile.ofType(type)).withMessageContaining("1 to 9");
    }

    @Test
    void everyTypeHasItsNumber() {
        assertThat(IntStream.rangeClosed(1, 9).map(type -> Quantile.ofType(type).type())).containsExactly(1, 2, 3, 4, 5, 6, 7, 8,
                9);
    }
}
