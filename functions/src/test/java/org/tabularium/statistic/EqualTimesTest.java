package org.tabularium.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The rule of R's `survival::aeqSurv` (tolerance `sqrt(.Machine$double.eps)`, 1.49e-8), applied by hand.
class EqualTimesTest {

    @Test
    void timesThatDifferByRoundingAreTheLeastOfThem() {
        EqualTimes times = EqualTimes.of(new double[]{0.1 + 0.2, 0.3, 1});
        assertThat(times.applyAsDouble(0.1 + 0.2)).isEqualTo(0.3);
        assertThat(times.applyAsDouble(0.3)).isEqualTo(0.3);
        assertThat(times.applyAsDouble(1)).isEqualTo(1);
        assertThat(times.applyAsDouble(2)).as("a time that is not among them").isEqualTo(2);
    }

    @Test
    void differencesAreOfTheMeanOfTheTimesToo() {
        // the mean is 1e6, so 0.01 is 1e-8 of it
        EqualTimes times = EqualTimes.of(new double[]{1e6, 1e6 + 0.01, 1e6 + 1});
        assertThat(times.applyAsDouble(1e6 + 0.01)).isEqualTo(1e6);
        assertThat(times.applyAsDouble(1e6 + 1)).isEqualTo(1e6 + 1);
    }

    @Test
    void aChainOfNeighboursIsOneTime() {
        EqualTimes times = EqualTimes.of(new double[]{1, 1 + 1e-8, 1 + 2e-8, 1 + 3e-8});
        assertThat(times.applyAsDouble(1 + 3e-8)).isEqualTo(1);
    }
}
