package org.tabularium.table.number;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabularium.Requirement;
import org.tabularium.Shows;
import org.tabularium.casefile.Case;
import org.tabularium.statistic.Decimals;

@Shows(Requirement.DISPLAYS_RIGHT)
class NumberFormatterTest {

    private static final Map<String, NumberStyle> STYLES = Map.of(
            "regulatory", new NumberStyle('.', 1, false, false, PValueStyle.FOUR_DECIMALS, IntervalStyle.COMMA, true, false),
            "abstract", new NumberStyle('.', 0, false, true, PValueStyle.FOUR_DECIMALS, IntervalStyle.COMMA, false, false),
            "lancet", new NumberStyle('·', 1, true, true, PValueStyle.TWO_FIGURES, IntervalStyle.DASH, true, true));

    static Stream<Case> cases() {
        return Case.of("spec/display.yaml", "cases");
    }

    static Stream<Case> collected() {
        return Case.of("spec/display.yaml", "collected");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void numbersArePrintedAsTheSpecSays(Case c) {
        assertThat(printed(c)).isEqualTo(c.text("text"));
    }

    @Test
    void theDefaultLocaleDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            cases().forEach(c -> assertThat(printed(c)).as("%s", c).isEqualTo(c.text("text")));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @MethodSource("collected")
    void decimalsAreThoseOfTheMostPreciseValue(Case c) {
        assertThat(Decimals.collected(c.numbers("values"))).isEqualTo(c.small("decimals"));
    }

    @Test
    void impossibleNumbersAreRefused() {
        NumberFormatter numbers = formatter("regulatory");
        assertThatIllegalArgumentException().isThrownBy(() -> numbers.countPercent(3, 2)).withMessageContaining("3 of 2");
        assertThatIllegalArgumentException().isThrownBy(() -> numbers.percent(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> numbers.pValue(1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> numbers.pValue(-0.01));
        assertThatIllegalArgumentException().isThrownBy(
                () -> new NumberStyle('.', -1, false, false, PValueStyle.FOUR_DECIMALS, IntervalStyle.COMMA, true, false));
    }

    private static NumberFormatter formatter(String style) {
        return new NumberFormatter(requireNonNull(STYLES.get(style), style));
    }

    private static String printed(Case c) {
        NumberFormatter numbers = formatter(c.text("style"));
        return switch (c.text("show")) {
            case "count-percent" -> numbers.countPercent(c.whole("count"), c.whole("of"));
            case "percent" -> numbers.percent(c.whole("count"), c.whole("of"));
            case "fixed" -> numbers.fixed(c.number("value"), c.small("decimals"));
            case "range" -> NumberFormatter.range(numbers.fixed(c.number("lower"), c.small("decimals")),
                    numbers.fixed(c.number("upper"), c.small("decimals")));
            case "interval" -> numbers.interval(c.number("lower"), c.number("upper"), c.small("decimals"));
            case "p-value" -> numbers.pValue(c.number("value"));
            default -> throw new IllegalStateException("unknown show in " + c);
        };
    }

    @Test
    void percentagesMayBeWhole() {
        NumberFormatter numbers = new NumberFormatter(
                new NumberStyle('.', 0, false, false, PValueStyle.FOUR_DECIMALS, IntervalStyle.COMMA, true, false));
        assertThat(numbers.percent(1, 3)).isEqualTo("33%");
    }
}
