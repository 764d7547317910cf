package org.tabularium.ars.event;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tabularium.table.number.Rounding;

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
        String number = Rounding.halfAwayFromZero(value, decimals == null ? 0 : decimals.length()).toPlainString();
        int length = run.group().length();
        String padded = decimals == null ? number : " ".repeat(Math.max(0, length - number.length())) + number;
        return pattern.substring(0, run.start()) + padded + pattern.substring(run.end());
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
