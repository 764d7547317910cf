package org.tabularium.dataset.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
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
            String digits = new BigInteger(64, random).mod(BigInteger.TEN.pow(1 + random.nextInt(21))).toString();
            int point = random.nextInt(digits.length() + 1);
            fast += assertNearest((random.nextInt(3) == 0 ? "-" : random.nextInt(9) == 0 ? "+" : "")
                    + (random.nextInt(9) == 0 ? "0".repeat(random.nextInt(5)) : "") + digits.substring(0, point)
                    + (point < digits.length()
                            ? "." + (random.nextInt(9) == 0 ? "0".repeat(random.nextInt(12)) : "")
                                    + digits.substring(point)
                            : ""));
        }
        assertThat(fast).isGreaterThan(700_000);
    }

    /// As Java, Python and R write them: the fewest digits that give the double back.
    @Test
    void everyDoubleComesBack() {
        Random random = new Random(43);
        int fast = 0;
        for (int i = 0; i < 1_000_000; i++) {
            double number = (random.nextBoolean() ? random.nextDouble() : random.nextGaussian())
                    * StrictMath.pow(10, random.nextInt(7) - 2);
            fast += assertNearest(new BigDecimal(String.valueOf(number)).toPlainString());
        }
        assertThat(fast).isGreaterThan(990_000);
    }

    /// Digits that lie in the middle between two doubles, and next to it: the hardest to round.
    @Test
    void theMiddleBetweenTwoDoublesIsRoundedAsParseDoubleDoes() {
        Random random = new Random(44);
        for (int i = 0; i < 200_000; i++) {
            double number = StrictMath.scalb(1 + random.nextDouble(), random.nextInt(64));
            BigDecimal middle = new BigDecimal(number).add(new BigDecimal(Math.nextUp(number))).divide(BigDecimal.TWO);
            for (int cut = 0; cut < 3; cut++) {
                BigDecimal near = middle.setScale(
                        Math.max(0, Math.min(middle.scale(), 19 - middle.precision() + middle.scale() - cut)),
                        RoundingMode.DOWN);
                assertNearest(near.toPlainString());
                assertNearest(near.add(near.ulp()).toPlainString());
            }
        }
    }

    /// Gives 1 where it was the fast way.
    private static int assertNearest(String text) {
        double parsed = parse(text);
        if (!Double.isNaN(parsed)
                && Double.doubleToRawLongBits(parsed) != Double.doubleToRawLongBits(Double.parseDouble(text))) {
            throw new AssertionError(text + " is not " + parsed);
        }
        return Double.isNaN(parsed) ? 0 : 1;
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "+0.0", "999999999999999", ".000000000000001", "0.00000000000001", "-123456.789012345",
        ".5", "000000000000001", "9999999999999999999", "-0.9999999999999999999", "0.0000000000000000000", "18014398509481985",
        "0.000000000000001234567890123"})
    void theEndsOfItsRangeAreExact(String text) {
        assertThat(Double.doubleToRawLongBits(parse(text))).isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "-", "+", "-.", "5.", "1.2.3", "1e5", "0x1F", "NaN", "Inf", "1,5", " 1", "1 ", "--1", "+-1",
        "12345678901234567890", "0.12345678901234567890", "0.0000000000000000000000000000001", "9007199254740993", "\u0661",
        "1_000", "12a"})
    void whatIsNoPlainDecimalIsLeftToOthers(String text) {
        assertThat(parse(text)).isNaN();
    }

    private static double parse(String text) {
        byte[] bytes = ("x" + text + "9").getBytes(StandardCharsets.UTF_8);
        return PlainDecimal.parse(bytes, 1, bytes.length - 1);
    }
}
