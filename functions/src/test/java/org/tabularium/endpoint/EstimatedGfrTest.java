package org.tabularium.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// The two equations by calculations shown; those of CKD-EPI 2021 were made with Python:
/// `142*(1.0/0.9)**-1.2*0.9938**50` and `142*(0.5/0.7)**-0.241*0.9938**30*1.012`.
class EstimatedGfrTest {

    @Test
    void childrenHaveBedsideSchwartz() {
        assertThat(EstimatedGfr.of(12, 150, "F", 0.5)).isCloseTo(0.413 * 150 / 0.5, within(1e-12));
        assertThat(EstimatedGfr.of(17.99, 170, "M", 1)).isCloseTo(70.21, within(1e-9));
    }

    @Test
    void adultsHaveCkdEpi2021() {
        assertThat(EstimatedGfr.of(50, Double.NaN, "M", 1)).isCloseTo(91.69, within(0.005));
        assertThat(EstimatedGfr.of(30, Double.NaN, "F", 0.5)).isCloseTo(129.3, within(0.05));
        assertThat(EstimatedGfr.of(18, 150, "F", 0.5)).isNotCloseTo(123.9, within(1.0));
    }

    @Test
    void whatIsNotKnownMakesTheRateMissing() {
        assertThat(EstimatedGfr.of(Double.NaN, 150, "F", 0.5)).isNaN();
        assertThat(EstimatedGfr.of(12, Double.NaN, "F", 0.5)).isNaN();
        assertThat(EstimatedGfr.of(12, 150, "F", 0)).isNaN();
        assertThat(EstimatedGfr.of(40, 150, "", 1)).isNaN();
        assertThat(EstimatedGfr.of(40, 150, "M", Double.NaN)).isNaN();
    }
}
