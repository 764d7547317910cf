package org.tabularium.endpoint.toxicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabularium.casefile.Case;

class CtcaeTermTest {

    static Stream<Case> cases() {
        return Case.of("spec/endpoints.yaml", "ctcae");
    }

    static Stream<Case> unknownUnits() {
        return Case.of("spec/endpoints.yaml", "ctcae-unknown-units");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradesAsPublished(Case c) {
        CtcaeTerm term = CtcaeTerm.of(c.text("test")).orElseThrow();
        LaboratoryRange range = new LaboratoryRange(number(c, "lower"), number(c, "upper"), number(c, "baseline"));
        OptionalInt grade = c.has("unit")
                ? term.in(c.text("unit")).orElseThrow().grade(number(c, "value"), range)
                : term.grade(number(c, "value"), range);
        assertThat(grade).isEqualTo(c.isNull("grade") ? OptionalInt.empty() : OptionalInt.of(c.small("grade")));
    }

    private static double number(Case c, String name) {
        return c.has(name) ? c.number(name) : Double.NaN;
    }

    @ParameterizedTest
    @MethodSource("unknownUnits")
    void valuesInAnUnknownUnitAreNotGraded(Case c) {
        assertThat(CtcaeTerm.of(c.text("test")).orElseThrow().in(c.text("unit"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10^9/L", "10⁹/L", "×10⁹/L", "x 10^9 / l", "10*9/L", "10**9/L", "10*9{cells}/L", "10*3/uL", "10³/µL",
        "K/mcL", "GI/L",
        "10E9/L", "1E9/L", "THOUSAND/UL", "10^9 cells/L", "K/cumm", "10^9 per litre", "giga/L", "billion/L", "1000/mm^3",
        "×10(9)/L", "10~9/L", "10 9/L"})
    void everySpellingOfTheUnitIsTheUnit(String unit) {
        assertThat(CtcaeTerm.PLATELETS.in(unit).orElseThrow().grade(30, new LaboratoryRange(150, 400, Double.NaN))).hasValue(3);
    }

    @Test
    void aTestThatIsNotListedHasNoTerm() {
        assertThat(CtcaeTerm.of("SODIUM")).isEmpty();
    }

    /// A worse value never has a milder grade: lower for cells and haemoglobin, higher for the others. Seeded.
    @ParameterizedTest
    @EnumSource
    void aWorseValueIsNeverGradedMilder(CtcaeTerm term) {
        SplittableRandom random = new SplittableRandom(20261125);
        boolean low = !term.term().endsWith("increased");
        for (int i = 0; i < 5_000; i++) {
            double limit = random.nextInt(1, 400) / 10.0;
            double baseline = random.nextBoolean() ? Double.NaN : random.nextInt(0, 800) / 10.0;
            LaboratoryRange range = new LaboratoryRange(limit, limit, baseline);
            double better = random.nextInt(0, 4000) / 10.0;
            double worse = low ? better - random.nextInt(0, 4000) / 10.0 : better + random.nextInt(0, 4000) / 10.0;
            if (worse >= 0) {
                assertThat(term.grade(worse, range).orElseThrow()).as("%s %s and %s of %s", term, worse, better, range)
                        .isGreaterThanOrEqualTo(term.grade(better, range).orElseThrow());
            }
        }
    }
}
