package org.tabularium.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The oracle is [Double#parseDouble], which the JDK specifies to give the nearest double.
class PlainDecimalTest {

    @Test
    void everyNumberIsTheNearestDouble() {
        Random random = new Random(42);
        int fast = 0;
        for (int i = 0; i < 1_000_000; i++) {
            String digits = String.valueOf(random.nextLong(1, (long) StrictMath.pow(10, 1 + random.nextInt(17))));
            int point = random.nextInt(digits.length() + 1);
            String text = (random.nextInt(3) == 0 ? "-" : random.nextInt(9) == 0 ? "+" : "")
                    + (random.nextInt(9) == 0 ? "0".repeat(random.nextInt(5)) : "") + digits.substring(0, point)
                    + (point < digits.length() ? "." + digits.substring(point) : "");
            double parsed = parse(text);
            if (!Double.isNaN(parsed)) {
                fast++;
                if (Double.doubleToRawLongBits(parsed) != Double.doubleToRawLongBits(Double.parseDouble(text))) {
                    throw new AssertionError(text + " is not " + parsed);
                }
            }
        }
        assertThat(fast).isGreaterThan(700_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "+0.0", "999999999999999", ".000000000000001", "0.00000000000001", "-123456.789012345",
        ".5", "000000000000001"})
    void theEndsOfItsRangeAreExact(String text) {
        assertThat(Double.doubleToRawLongBits(parse(text))).isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "-", "+", "-.", "5.", "1.2.3", "1e5", "0x1F", "NaN", "Inf", "1,5", " 1", "1 ", "--1", "+-1",
        "1234567890123456", "0.1234567890123456", "\u0661", "1_000", "12a"})
    void whatIsNoPlainDecimalIsLeftToOthers(String text) {
        assertThat(parse(text)).isNaN();
    }

    private static double parse(String text) {
        byte[] bytes = ("x" + text + "9").getBytes(StandardCharsets.UTF_8);
        return PlainDecimal.parse(bytes, 1, bytes.length - 1);
    }
}
