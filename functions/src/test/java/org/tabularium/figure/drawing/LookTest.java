package org.tabularium.figure.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What tells series apart for readers who see no colours. Luminance and contrast: WCAG 2.2, sections 1.4.3 and 1.4.11.
class LookTest {

    private static final int ARMS = 12;
    /// Of things that must be seen, against white.
    private static final double LEAST_CONTRAST = 3;
    /// Below it two shades count as one grey.
    private static final double LEAST_BETWEEN = 1.35;

    private static double luminance(Shade shade) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        int[] rgb = {shade.red(), shade.green(), shade.blue()};
        return IntStream.range(0, 3).mapToDouble(i -> {
            double part = rgb[i] / 255.0;
            return weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }).sum();
    }

    private static double contrast(Shade one, Shade other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static Stream<List<Look>> pairs(List<Look> looks) {
        return IntStream.range(0, looks.size()).boxed()
                .flatMap(i -> IntStream.range(0, i).mapToObj(j -> List.of(looks.get(i), looks.get(j))));
    }

    @Test
    void twelveSeriesDifferInMarkAndInGreyOrDash() {
        List<Look> looks = IntStream.range(0, ARMS).mapToObj(Look::of).toList();
        assertThat(pairs(looks)).allSatisfy(pair -> {
            Look one = pair.getFirst();
            Look other = pair.getLast();
            assertThat(one.mark() != other.mark() || one.open() != other.open()).as("marks of %s", pair).isTrue();
            assertThat(!one.dash().equals(other.dash()) || contrast(one.shade(), other.shade()) >= LEAST_BETWEEN)
                    .as("lines of %s", pair).isTrue();
        });
        assertThat(looks).allSatisfy(
                look -> assertThat(contrast(look.shade(), Shade.WHITE)).as("%s", look).isGreaterThanOrEqualTo(LEAST_CONTRAST));
    }

    @Test
    void twelveBarsDifferInGreyOrHatch() {
        assertThat(pairs(IntStream.range(0, ARMS).mapToObj(Look::ofBars).toList())).allSatisfy(pair -> assertThat(
                pair.getFirst().hatch() != pair.getLast().hatch()
                        || contrast(pair.getFirst().shade(), pair.getLast().shade()) >= LEAST_BETWEEN)
                .as("%s", pair).isTrue());
    }

    @Test
    void theColourIsTheSameArmInLinesAndInBars() {
        assertThat(Look.ofBars(0).shade()).isNotEqualTo(Shade.BLUE);
        assertThat(Look.ofBars(1).shade()).isEqualTo(Look.of(1).shade());
    }
}
