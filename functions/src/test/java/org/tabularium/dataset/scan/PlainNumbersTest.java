package org.tabularium.dataset.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What needs no pattern is judged as the patterns judge it.
class PlainNumbersTest {

    private static final Pattern NUMBER = Pattern
            .compile("[+-]?(?:[0-9]{1,400}(?:\\.[0-9]{1,400})?|\\.[0-9]{1,400})(?:[eE][+-]?[0-9]{1,4})?");
    private static final Pattern MISSING = Pattern.compile("\\.[A-Z_]?");
    private static final Pattern LEADING_ZERO = Pattern.compile("[+-]?0[0-9].*");
    private static final String SIGNS = "0012359..+-eEAZ_ ";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void textIsJudgedAsByPatterns(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(9); length > 0; length--) {
                text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            String stripped = text.toString().strip();
            boolean missing = MISSING.matcher(stripped).matches();
            boolean number = NUMBER.matcher(stripped).matches() && Double.isFinite(Double.parseDouble(stripped));
            boolean allowed = stripped.isEmpty() || missing || number;
            assertThat(DecimalText.isMissing(text.toString())).as("%s", text).isEqualTo(missing);
            assertThat(DecimalText.isNumber(text.toString())).as("%s", text).isEqualTo(allowed);
            assertThat(DecimalText.looksNumeric(text.toString())).as("%s", text)
                    .isEqualTo(allowed && !LEADING_ZERO.matcher(stripped).matches());
        }
    }
}
