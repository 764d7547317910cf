package org.tabularium.dataset.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortestNumbersTest {

    /// Stored text that stays as it is is what the way over the double gives.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void textThatStaysIsThatOfItsDouble(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int kept = 0;
        for (int i = 0; i < 20_000; i++) {
            int decimals = random.nextInt(13);
            double number = random.nextDouble(-1, 1) * StrictMath.pow(10, random.nextInt(7));
            String text = String.format(Locale.ROOT, "%." + decimals + "f", number);
            if (ExcelNumbers.isShortest(text)) {
                assertThat(ExcelNumbers.plain(Double.parseDouble(text))).isEqualTo(text);
                kept++;
            }
        }
        assertThat(kept).isGreaterThan(5_000);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "-0, false", "-0.0, false", "12, true", "012, false", "0.5, true", ".5, false", "5., false",
        "1.50, false", "1E5, false", "-, false", "1.2.3, false", "123456789012345, true", "1234567890123456, false",
        "0.00001, true",
        "+5, false"})
    void textIsTheShortest(String text, boolean shortest) {
        assertThat(ExcelNumbers.isShortest(text)).isEqualTo(shortest);
    }

    @ParameterizedTest
    @CsvSource({"12, 0, 12", "C12, 1, 12", "123456789, 0, 123456789", "1234567890, 0, -1", "'', 0, -1", "1a, 0, -1", "-1, 0, -1",
        "007, 0, 7"})
    void wholeNumbersAreRead(String text, int from, int number) {
        assertThat(WholeNumber.of(text, from)).isEqualTo(number);
    }
}
