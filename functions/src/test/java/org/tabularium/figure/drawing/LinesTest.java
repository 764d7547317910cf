package org.tabularium.figure.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void numberAndItsUnitAreNotParted() {
        double room = FontWidths.of("Product A 100", 8, false) + 1;
        assertThat(Lines.of("Product A 100 mg daily", room, 8, 5)).containsExactly("Product A", "100\u00A0mg daily");
        assertThat(Lines.words("0.3 × 10⁹ cells on day 14 of 28 days"))
                .containsExactly("0.3\u00A0×\u00A010⁹", "cells", "on", "day", "14\u00A0of", "28\u00A0days");
    }
}
