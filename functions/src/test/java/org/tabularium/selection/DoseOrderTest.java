package org.tabularium.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The order of doses: expected orders are those of the amounts, written down by hand.
class DoseOrderTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "KN5501 5*10^7;KN5501 1*10^8;KN5501 3*10^8",
        "DL3 (1e6);DL1 (3e6);DL2 (1e7)",
        "0.5 x 10^6;1 x 10^6;5×10⁶;1.0E+07",
        "1x10e6 cells/kg;3 x 10^6 cells/kg;1×10⁷ CAR-T cells/kg",
        "0.3 mg/kg;1 mg/kg;10 mg/kg",
        "500 µg;750 mcg;1 mg;0.01 g",
        "CD19 CAR-T 50 million;CD19 CAR-T 200 million;CD19 CAR-T 1 billion",
        "Dose level -1;Dose level 1;Dose level 2;Dose level 10",
        "DL-1;DL-2;DL-10", "DL-1;DL0;DL1", "DL-1;DL1;DL2",
        "Drug Low Dose;Drug Medium Dose;Drug High Dose",
        "5 mg + 10 mg;5 mg + 20 mg;10 mg + 20 mg",
        "2.5;5;10", "1,5 mg;2 mg;1,200 mg", "Cohort 2: 10 mg;Cohort 1: 20 mg",
        "Level I;Level II;Level IV;Level V;Level IX;Level X", "Cohort 1;Cohort 2;Cohort 10"})
    void dosesAreInTheOrderOfTheirAmountsHoweverTheyAreWritten(String expected) {
        List<String> levels = List.of(expected.split(";"));
        for (int seed = 0; seed < 20; seed++) {
            List<String> shuffled = new ArrayList<>(levels);
            Collections.shuffle(shuffled, new Random(seed));
            DoseOrder order = DoseOrder.of(shuffled);
            shuffled.sort(order.byDose());
            assertThat(shuffled).isEqualTo(levels);
            assertThat(order.isKnown()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Alpha;Beta;Gamma", "5 mg QD;5 mg BID", "10 mg QD;5 mg BID", "5 mg;1 mL", "1e6 cells;2e6 cells/kg",
        "5 mg + 20 mg;10 mg + 10 mg", "Drug A 5 mg;Drug B 5 mg", "Cohort C;Cohort D;Cohort I",
        "5x10^6 cells/kg;1x10^8 cells"})
    void whereNamesDoNotTellNoOrderIsKnown(String levels) {
        assertThat(DoseOrder.of(List.of(levels.split(";"))).isKnown()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Placebo;Drug 5 mg;Drug 10 mg", "Drug A 5 mg;Drug A 10 mg;Drug B 1 mg;Drug B 20 mg", "Control;DL1 (1e6);DL2 (3e6)"})
    void columnsAreByProductAndThenByDose(String expected) {
        List<String> levels = List.of(expected.split(";"));
        List<String> shuffled = new ArrayList<>(levels);
        Collections.shuffle(shuffled, new Random(7));
        shuffled.sort(DoseOrder.of(shuffled).byProductAndDose());
        assertThat(shuffled).isEqualTo(levels);
    }

    @Test
    void hyphenThatMayBeMinusOrNotTellsNoOrder() {
        assertThat(DoseOrder.of(List.of("DL-1", "DL2", "DL-3")).isKnown()).isFalse();
    }
}
