package org.tabularium.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// By hand, as shown.
class QuadraticFormTest {

    @Test
    void inverseOfAFullMatrix() {
        // (2 1; 1 2) has the inverse (2 −1; −1 2) / 3: (1, 3) gives (2 − 6 + 18) / 3.
        assertThat(QuadraticForm.of(new double[]{1, 3}, new double[][]{{2, 1}, {1, 2}}))
                .satisfies(form -> assertThat(form.value()).isCloseTo(14.0 / 3, Relative.within(14.0 / 3, 1e-15)))
                .satisfies(form -> assertThat(form.rank()).isEqualTo(2));
    }

    @Test
    void whatHasNoVarianceIsLeftOutWhereverItStands() {
        assertThat(QuadraticForm.of(new double[]{2, 0}, new double[][]{{4, 0}, {0, 0}})).isEqualTo(new QuadraticForm(1, 1));
        assertThat(QuadraticForm.of(new double[]{0, 2}, new double[][]{{0, 0}, {0, 4}})).isEqualTo(new QuadraticForm(1, 1));
    }

    @Test
    void scoresThatAddUpToZeroHaveOneRankLess() {
        assertThat(QuadraticForm.of(new double[]{3, -3}, new double[][]{{2, -2}, {-2, 2}})).isEqualTo(new QuadraticForm(4.5, 1));
    }
}
