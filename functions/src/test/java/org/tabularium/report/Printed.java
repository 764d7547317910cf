package org.tabularium.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;

/// Numbers as a publication prints them, held against values at full precision.
final class Printed {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    /// A tie is recognised within 1e-12 of the decimal midpoint: binary noise lies beyond these digits.
    private static final MathContext WITHOUT_NOISE = new MathContext(13);

    private Printed() {}

    /// Asserts that a value rounds to what is printed; `<x` and `>x` are limits.
    static void assertRoundsTo(ResultRecord result, String printed) {
        double value = requireNonNull(result.value(), () -> "no value: " + result);
        if (printed.startsWith("<")) {
            assertThat(value).as(result.toString()).isPositive().isLessThan(Double.parseDouble(printed.substring(1)));
        } else if (printed.startsWith(">")) {
            assertThat(value).as(result.toString()).isGreaterThan(Double.parseDouble(printed.substring(1)));
        } else {
            int decimals = Math.max(0, new BigDecimal(printed).scale());
            assertThat(new BigDecimal(value).round(WITHOUT_NOISE).setScale(decimals, RoundingMode.HALF_UP))
                    .as(result.toString()).isEqualByComparingTo(printed);
        }
    }

    /// The text without any space.
    static String unspaced(String text) {
        return text.replace(" ", "");
    }

    /// The numbers of a text, in order, without trailing zeros. A publication writes a hyphen where we print a true minus.
    static List<String> numbers(String text) {
        return NUMBER.matcher(text.replace('−', '-')).results()
                .map(found -> new BigDecimal(found.group()).stripTrailingZeros().toPlainString())
                .toList();
    }
}
