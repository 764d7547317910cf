package org.tabularium.manuscript.language;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Numbers that are printed as words.
public final class NumberWords {

    private static final List<String> UNITS = List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight",
            "nine",
            "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen");
    private static final Map<String, Integer> TENS = Map.of("twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60,
            "seventy", 70, "eighty", 80, "ninety", 90);
    private static final Map<String, Integer> ROMAN = Map.of("I", 1, "II", 2, "III", 3, "IV", 4, "V", 5);

    private NumberWords() {}

    /// The value of `three` or `twenty-two`, in any letter case.
    public static Optional<BigDecimal> value(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int unit = UNITS.indexOf(lower);
        if (unit >= 0) {
            return Optional.of(BigDecimal.valueOf(unit));
        }
        int hyphen = lower.indexOf('-');
        String first = hyphen < 0 ? lower : lower.substring(0, hyphen);
        Integer tens = TENS.get(first);
        if (tens == null) {
            return Optional.empty();
        }
        int rest = hyphen < 0 ? 0 : UNITS.indexOf(lower.substring(hyphen + 1));
        return rest < 0 || rest > 9 ? Optional.empty() : Optional.of(BigDecimal.valueOf(tens + rest));
    }

    /// The value of a Roman numeral up to five, which grades have.
    public static Optional<Integer> roman(String numeral) {
        return Optional.ofNullable(ROMAN.get(numeral));
    }
}
