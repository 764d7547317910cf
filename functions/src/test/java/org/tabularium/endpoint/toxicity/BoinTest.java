package org.tabularium.endpoint.toxicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.endpoint.toxicity.IntervalDesign.Decision;
import org.tabularium.endpoint.toxicity.ThreePlusThree.Level;

/// Oracle: what the authors' R package BOIN prints for target 0.3 (`get.boundary(target = 0.3, ncohort = 10, cohortsize = 3)`), as
/// it is public on the pages of its users.
class BoinTest {

    private static final Boin DESIGN = new Boin(0.3);

    @Test
    void boundariesAreThoseOfTheAuthors() {
        assertThat(DESIGN.escalation()).isCloseTo(0.2364907, within(5e-8));
        assertThat(DESIGN.deEscalation()).isCloseTo(0.3585195, within(5e-8));
    }

    /// Evaluable; the most with a toxicity that escalate; the fewest that de-escalate; the fewest that eliminate.
    @ParameterizedTest
    @CsvSource({"3,0,2,3", "6,1,3,4", "9,2,4,5", "12,2,5,7", "15,3,6,8", "18,4,7,9", "21,4,8,10", "24,5,9,11", "27,6,10,12",
        "30,7,11,14"})
    void decisionsOfACohortAreThoseOfThePublishedTable(int n, int escalate, int deEscalate, int eliminate) {
        List<Decision> decisions = IntStream.rangeClosed(0, n).mapToObj(toxic -> DESIGN.alone(new Level(n, toxic))).toList();
        assertThat(decisions.lastIndexOf(Decision.ESCALATE)).isEqualTo(escalate);
        assertThat(firstOf(decisions, Decision.ELIMINATE)).isEqualTo(eliminate);
        int first = firstOf(decisions, Decision.DE_ESCALATE);
        assertThat(first < 0 ? eliminate : first).isEqualTo(deEscalate);
    }

    private static int firstOf(List<Decision> decisions, Decision decision) {
        return decisions.indexOf(decision);
    }

    /// Two with a toxicity of two de-escalate; elimination asks for three.
    @Test
    void nobodyIsEliminatedBelowThree() {
        assertThat(DESIGN.alone(new Level(2, 2))).isEqualTo(Decision.DE_ESCALATE);
        assertThat(DESIGN.alone(new Level(0, 0))).isEqualTo(Decision.PENDING);
    }

    @Test
    void levelsAboveAnEliminatedOneAreEliminatedAndNobodyIsRaisedToIt() {
        assertThat(DESIGN.decisions(List.of(new Level(3, 0), new Level(6, 1), new Level(3, 3), new Level(0, 0))))
                .containsExactly(Decision.ESCALATE, Decision.STAY, Decision.ELIMINATE, Decision.ELIMINATE);
    }

    @Test
    void theLowestLevelIsNotLoweredAndTheTopNotRaised() {
        assertThat(Stream.of(List.of(new Level(3, 2), new Level(0, 0)), List.of(new Level(3, 0), new Level(3, 0)))
                .map(DESIGN::decisions)).containsExactly(
                        List.of(Decision.STAY, Decision.PENDING), List.of(Decision.ESCALATE, Decision.STAY));
    }
}
