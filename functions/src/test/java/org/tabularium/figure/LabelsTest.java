package org.tabularium.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Labels below an axis.
class LabelsTest {

    /// By hand: each is 10 wide, 3 apart; the second touches the first, the third both.
    @Test
    void labelThatTouchesStandsLowerAndOneTooManyNowhere() {
        Axes.Labels labels = new Axes.Labels(2, 3);
        assertThat(labels.place(0, 10)).isZero();
        assertThat(labels.place(9, 10)).isEqualTo(1);
        assertThat(labels.place(11, 10)).isEqualTo(-1);
        assertThat(labels.place(13, 10)).isZero();
        assertThat(labels.place(22, 10)).isEqualTo(1);
    }
}
