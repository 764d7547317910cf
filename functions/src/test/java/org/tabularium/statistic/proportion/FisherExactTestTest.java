package org.tabularium.statistic.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.casefile.Case;
import org.tabularium.statistic.Estimate;
import org.tabularium.statistic.Relative;

@Shows(Requirement.STATISTICS_RIGHT)
class FisherExactTestTest {

    static Stream<Case> oracle() {
        return Case.of("oracle/fisher.json", "cases");
    }

    /// Oracle: exact integers, checked with SciPy (test-data/oracle/statistic_oracle.py); tables with an equally probable one on
    /// the other side among them.
    @ParameterizedTest
    @MethodSource("oracle")
    void agreesWithExactIntegers(Case c) {
        double[] t = c.numbers("table");
        double p = FisherExactTest.pValue((int) t[0], (int) t[1], (int) t[2], (int) t[3]).orNaN();
        assertThat(p).isCloseTo(c.number("p"), Relative.within(c.number("p"), 1e-9));
    }

    /// Fisher's tea tasting: 1/70 + 16/70 + 16/70 + 1/70 = 34/70, since 3 of 4 right and 1 of 4 right are equally probable.
    @Test
    void tablesOfEqualProbabilityOnTheOtherSideCount() {
        assertThat(FisherExactTest.pValue(3, 1, 1, 3).orNaN()).isCloseTo(34.0 / 70, Relative.within(34.0 / 70, 1e-15));
    }

    @Test
    void groupsDoNotMatterByTheirOrder() {
        assertThat(FisherExactTest.pValue(1, 9, 11, 3).orNaN()).isCloseTo(FisherExactTest.pValue(11, 3, 1, 9).orNaN(),
                Relative.within(0.01, 1e-12));
    }

    @Test
    void anEmptyRowOrColumnLeavesOneTable() {
        assertThat(Stream.of(
                FisherExactTest.pValue(0, 0, 3, 4),
                FisherExactTest.pValue(3, 4, 0, 0),
                FisherExactTest.pValue(0, 86, 0, 84),
                FisherExactTest.pValue(86, 0, 84, 0)))
                .containsOnly(new Estimate.Value(1));
    }

    @Test
    void withoutSubjectsThereIsNoTest() {
        assertThat(FisherExactTest.pValue(0, 0, 0, 0))
                .isEqualTo(new Estimate.NotEstimable("Fisher's test needs at least one subject"));
    }

    @Test
    void countsMustNotBeNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> FisherExactTest.pValue(1, -1, 2, 3));
    }
}
