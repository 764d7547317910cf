package org.tabularium.endpoint.toxicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabularium.endpoint.toxicity.IntervalDesign.Decision;
import org.tabularium.endpoint.toxicity.ThreePlusThree.Level;

/// Oracles: figure 3 of Guo and others 2017 (target 0.3, margins 0.05, elimination above 0.95), as the tests of the public R
/// package escalation have it; and an implementation of its own by SciPy's beta distribution, `test-data/oracle/mtpi2_oracle.py`.
class Mtpi2Test {

    private static final Mtpi2 DESIGN = new Mtpi2(0.3, 0.25, 0.35);
    private static final Path ORACLE = Path.of("..", "test-data", "oracle", "mtpi2.json");

    private static String decisions(Mtpi2 design, int n) {
        return IntStream.rangeClosed(0, n).mapToObj(toxic -> letter(design.alone(new Level(n, toxic))))
                .collect(Collectors.joining());
    }

    private static String letter(Decision decision) {
        return switch (decision) {
            case ESCALATE -> "E";
            case STAY -> "S";
            case DE_ESCALATE -> "D";
            case ELIMINATE -> "U";
            case PENDING -> "P";
        };
    }

    @ParameterizedTest
    @CsvSource({"3,ESDU", "6,EESDUUU", "9,EEESDUUUUU", "10,EEESDDUUUUU"})
    void decisionsAreThoseOfThePublishedFigure(int n, String decisions) {
        assertThat(decisions(DESIGN, n)).isEqualTo(decisions);
    }

    @Test
    void decisionsOfOtherTargetsAndIntervalsAreThoseOfAnotherImplementation() throws IOException {
        int compared = 0;
        for (JsonNode table : new ObjectMapper().readTree(Files.readAllBytes(ORACLE))) {
            Mtpi2 design = new Mtpi2(table.path("target").asDouble(), table.path("low").asDouble(),
                    table.path("high").asDouble());
            for (var row : table.path("decisions").properties()) {
                assertThat(decisions(design, Integer.parseInt(row.getKey()))).as(design + " n=" + row.getKey())
                        .isEqualTo(row.getValue().asText());
                compared++;
            }
        }
        assertThat(compared).isEqualTo(168);
    }

    /// Two of two have a share above 0.3 with probability 0.973: without the third nobody is eliminated.
    @Test
    void nobodyIsEliminatedBelowThree() {
        assertThat(new ToxicityPosterior(new Level(2, 2)).above(0.3)).isCloseTo(0.973, within(1e-12));
        assertThat(DESIGN.alone(new Level(2, 2))).isEqualTo(Decision.DE_ESCALATE);
        assertThat(DESIGN.alone(new Level(0, 0))).isEqualTo(Decision.PENDING);
    }

    @Test
    void levelsAboveAnEliminatedOneAreEliminatedAndNobodyIsRaisedToIt() {
        assertThat(DESIGN.decisions(List.of(new Level(3, 2), new Level(6, 1), new Level(3, 3), new Level(0, 0))))
                .containsExactly(Decision.STAY, Decision.STAY, Decision.ELIMINATE, Decision.ELIMINATE);
    }

    @Test
    void theTargetLiesInItsInterval() {
        assertThatThrownBy(() -> new Mtpi2(0.3, 0.3, 0.35)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mtpi2(0.3, 0, 0.35)).isInstanceOf(IllegalArgumentException.class);
    }
}
