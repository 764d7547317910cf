package org.tabularium.dataset.scan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times of day and elapsed ones as text: `10:15`, `26:15:30`, `00:00:01.500`.
public final class ClockText {

    private static final Pattern TIME = Pattern.compile("(\\d{1,7}):([0-5]\\d)(?::([0-5]\\d(?:\\.\\d{1,9})?))?");

    private ClockText() {}

    public static boolean isTime(String text) {
        return TIME.matcher(text).matches();
    }

    /// The seconds of a text that is a time.
    ///
    /// @throws IllegalArgumentException where it is none
    public static double seconds(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new IllegalArgumentException("no time: " + text);
        }
        double seconds = time.group(3) == null ? 0 : Double.parseDouble(time.group(3));
        return Integer.parseInt(time.group(1)) * 3_600.0 + Integer.parseInt(time.group(2)) * 60 + seconds;
    }
}
