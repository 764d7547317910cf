package org.tabularium.ars.event;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes a number as an operation's result pattern says: a run of X for its digits, all else as it stands. With decimals the
/// digits before the point are padded to the run's length.
final class ResultPattern {

    private static final Pattern RUN = Pattern.compile("X+(?:\\.(X+))?");

    private ResultPattern() {}

    /// @param pattern empty for none: the number as it is
    static String written(double value, String pattern) {
        Matcher run = RUN.matcher(pattern);
        if (!run.find()) {
            return plain(value);
        }
        String decimals = run.group(1);
        String number = rounded(value, decimals == null ? 0 : decimals.length());
        int length = run.group().length();
        String padded = decimals == null ? number : " ".repeat(Math.max(0, length - number.length())) + number;
        return pattern.substring(0, run.start()) + padded + pattern.substring(run.end());
    }

    private static String rounded(double value, int decimals) {
        BigDecimal exact = new BigDecimal(plain(value));
        BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? rounded.abs().toPlainString() : rounded.toPlainString();
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
