package org.tabularium.endpoint.toxicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.casefile.Case;
import org.tabularium.endpoint.toxicity.ThreePlusThree.Decision;
import org.tabularium.endpoint.toxicity.ThreePlusThree.Level;

@Shows(Requirement.ENDPOINTS_RIGHT)
class ThreePlusThreeTest {

    static Stream<Case> spec() {
        return Case.of("spec/three-plus-three.yaml", "cases");
    }

    /// Oracle: worked by hand in the case file.
    @ParameterizedTest
    @MethodSource("spec")
    void decidesAsTheRuleSays(Case c) {
        assertThat(decided(levels(c.text("levels")))).isEqualTo(c.text("decisions"));
    }

    @Test
    void noLevelsNoDecisions() {
        assertThat(ThreePlusThree.decisions(List.of())).isEmpty();
    }

    @Test
    void moreToxicitiesThanSubjectsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Level(2, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Level(2, -1));
    }

    /// Whatever the data: at most one maximum tolerated dose, always below a stop; never "escalate" above or directly below a
    /// stop; never a stop without two DLT at or below.
    @Test
    void aDecisionNeverContradictsAnother() {
        SplittableRandom random = new SplittableRandom(303);
        for (int trial = 0; trial < 5_000; trial++) {
            List<Level> levels = new ArrayList<>();
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                int evaluable = random.nextInt(0, 10);
                levels.add(new Level(evaluable, random.nextInt(0, Math.min(evaluable, 3) + 1)));
            }
            List<Decision> decisions = ThreePlusThree.decisions(levels);
            int stopped = decisions.indexOf(Decision.STOP);
            int mtd = decisions.indexOf(Decision.MTD);
            assertThat(decisions).as("%s", levels).hasSameSizeAs(levels);
            assertThat(mtd == decisions.lastIndexOf(Decision.MTD)).isTrue();
            if (mtd >= 0) {
                assertThat(decisions.get(mtd + 1)).isEqualTo(Decision.STOP);
                assertThat(levels.get(mtd).toxic()).isLessThanOrEqualTo(1);
                assertThat(levels.get(mtd).evaluable()).isGreaterThanOrEqualTo(6);
            }
            if (stopped >= 0) {
                assertThat(levels.get(stopped).toxic()).isGreaterThanOrEqualTo(2);
                assertThat(decisions.subList(Math.max(0, stopped - 1), decisions.size())).doesNotContain(Decision.ESCALATE);
                assertThat(decisions).doesNotContain(Decision.MTD_NOT_REACHED);
            } else {
                assertThat(levels).allMatch(level -> level.toxic() < 2);
            }
        }
    }

    static Stream<Case> cohorts() {
        return Case.of("spec/three-plus-three.yaml", "cohorts");
    }

    /// Oracle: worked by hand in the case file.
    @ParameterizedTest
    @MethodSource("cohorts")
    void theFirstSixDecide(Case c) {
        List<EscalationCohort.Subject> subjects = Arrays.stream(c.text("subjects").split(" ")).map(written -> {
            String day = written.replace("*", "");
            return new EscalationCohort.Subject(day.equals("?") ? Double.NaN : Double.parseDouble(day), written.endsWith("*"));
        }).toList();
        EscalationCohort cohort = EscalationCohort.of(subjects);
        assertThat(cohort.counted().toxic() + "/" + cohort.counted().evaluable()).isEqualTo(c.text("counted"));
        assertThat(cohort.orderKnown() ? cohort.laterToxic() + "/" + cohort.later() : "unknown").isEqualTo(c.text("later"));
    }

    private static List<Level> levels(String written) {
        return Arrays.stream(written.split(" "))
                .map(level -> level.split("/"))
                .map(parts -> new Level(Integer.parseInt(parts[1]), Integer.parseInt(parts[0])))
                .toList();
    }

    private static String decided(List<Level> levels) {
        return ThreePlusThree.decisions(levels).stream().map(Decision::word).collect(Collectors.joining(", "));
    }
}
