package org.tabularium.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Marks of a line: expected lifts are written down by hand.
class LiftsTest {

    @Test
    void marksThatFallTogetherStandOneAboveTheOther() {
        assertThat(Lifts.of(0.5, new double[]{6, 6, 6, 9, 6.4, 8.6})).containsExactly(0, 0.4, -0.4, 0, 0.2, 0.4);
    }

    @Test
    void marksApartStayOnTheirLine() {
        assertThat(Lifts.of(0.5, new double[]{0, 0.5, 1, 1.5})).containsOnly(0);
        assertThat(Lifts.of(0.5, new double[0])).isEmpty();
    }
}
