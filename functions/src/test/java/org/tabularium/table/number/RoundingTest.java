package org.tabularium.table.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.casefile.Case;
import org.tabularium.statistic.Decimals;

@Shows(Requirement.DISPLAYS_RIGHT)
class RoundingTest {

    static Stream<Case> cases() {
        return Case.of("spec/rounding.yaml", "cases");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void roundsAsTheSpecSays(Case c) {
        assertThat(Rounding.halfAwayFromZero(c.number("value"), c.small("decimals")).toPlainString()).isEqualTo(c.text("text"));
    }

    /// Oracle: java.math's own rounding of the decimal number a person would have written.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void decimalNumbersRoundAsOnPaperWhateverTheirBinaryForm(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal written = BigDecimal.valueOf(random.nextLong(-100_000_000, 100_000_001), random.nextInt(0, 6));
            int decimals = random.nextInt(0, 5);
            assertThat(Rounding.halfAwayFromZero(written.doubleValue(), decimals))
                    .as("%s to %d decimals", written, decimals)
                    .isEqualTo(written.setScale(decimals, RoundingMode.HALF_UP));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void errorIsNeverMoreThanHalfAUnitAndRoundingIsSymmetric(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            double value = random.nextDouble(-1, 1) * StrictMath.pow(10, random.nextInt(-3, 8));
            int decimals = random.nextInt(0, 4);
            BigDecimal rounded = Rounding.halfAwayFromZero(value, decimals);
            // What the tie's tolerance may add: 1e-12 of the value, a hundredth of the last decimal at most.
            BigDecimal tolerance = new BigDecimal(value).abs().multiply(new BigDecimal("1.000001e-12"))
                    .min(BigDecimal.valueOf(1, decimals + 2));
            assertThat(rounded).isCloseTo(new BigDecimal(value), within(BigDecimal.valueOf(5, decimals + 1).add(tolerance)));
            assertThat(Rounding.halfAwayFromZero(-value, decimals)).isEqualTo(rounded.negate());
        }
    }

    /// Each expected text by hand.
    @Test
    void significantFiguresKeepTheirZeros() {
        assertThat(Rounding.significant(0.0134, 2)).isEqualTo(new BigDecimal("0.013"));
        assertThat(Rounding.significant(0.0995, 2)).isEqualTo(new BigDecimal("0.10"));
        assertThat(Rounding.significant(0.2, 2)).isEqualTo(new BigDecimal("0.20"));
        assertThat(Rounding.significant(9.95, 2)).isEqualTo(new BigDecimal("10"));
        assertThat(Rounding.significant(12, 2)).isEqualTo(new BigDecimal("12"));
        assertThat(Rounding.significant(1250, 2)).isEqualTo(new BigDecimal("1300"));
        assertThat(Rounding.significant(-996, 2)).isEqualTo(new BigDecimal("-1000"));
        assertThat(Rounding.significant(0, 2)).isEqualTo(new BigDecimal("0.0"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberCannotBeRounded(double value) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rounding.halfAwayFromZero(value, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Decimals.asWritten(value));
    }

    @Test
    void decimalsMustNotBeNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> Rounding.halfAwayFromZero(1, -1));
    }

    /// By hand.
    @Test
    void oneFigureIsEnough() {
        assertThat(Rounding.significant(0.0134, 1)).isEqualTo(new BigDecimal("0.01"));
        assertThat(Rounding.significant(0.95, 1)).isEqualTo(new BigDecimal("1"));
        assertThat(Rounding.significant(96, 1)).isEqualTo(new BigDecimal("100"));
        assertThatIllegalArgumentException().isThrownBy(() -> Rounding.significant(1, 0));
    }
}
