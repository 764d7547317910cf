package org.tabularium.endpoint.lupus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.casefile.Case;

@Shows(Requirement.ENDPOINTS_RIGHT)
class BilagGradeTest {

    static Stream<Case> cases() {
        return Case.of("spec/endpoints.yaml", "bilag-grades");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradesAreLettersWithTheirPoints(Case c) {
        Optional<BilagGrade> grade = BilagGrade.parse(c.text("text"));
        if (c.isNull("grade")) {
            assertThat(grade).isEmpty();
        } else {
            assertThat(grade).contains(BilagGrade.valueOf(c.text("grade")));
            assertThat(grade.orElseThrow().points()).isEqualTo(c.small("points"));
        }
    }
}
