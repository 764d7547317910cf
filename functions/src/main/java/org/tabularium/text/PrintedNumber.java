package org.tabularium.text;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tabularium.result.Statistic;
import org.tabularium.result.Value;
import org.tabularium.run.PublishedResult;

/// A result as the house style prints it: the number of its cell that it is, so that a sentence never says it otherwise.
final class PrintedNumber {

    private static final Pattern NUMBER = Pattern.compile("[-−]?\\d+(?:[ ,]\\d{3})*(?:[.·]\\d+)?");

    private PrintedNumber() {}

    /// Its value; NaN where it has none.
    static double value(PublishedResult result) {
        return switch (result.result().value()) {
            case Value.Whole(long whole) -> whole;
            case Value.Real(double real) -> real;
            case Value.Text _,Value.NotEstimable _ -> Double.NaN;
        };
    }

    /// As its cell prints it; a whole number that no cell shows as its digits; empty where it cannot be printed.
    static String of(PublishedResult result) {
        double value = value(result);
        if (Double.isNaN(value)) {
            return "";
        }
        String cell = result.text() == null ? "" : result.text();
        boolean percent = result.result().statistic() == Statistic.PERCENT;
        Matcher numbers = NUMBER.matcher(cell);
        while (numbers.find()) {
            BigDecimal printed = new BigDecimal(plain(numbers.group()));
            boolean same = Math.abs(printed.doubleValue() - value) <= printed.ulp().doubleValue() / 2 + 1e-9;
            if (same && percent == cell.startsWith("%", numbers.end())) {
                return numbers.group();
            }
        }
        return value == Math.rint(value) ? Long.toString((long) value) : "";
    }

    private static String plain(String printed) {
        return printed.replace('·', '.').replace('−', '-').replaceAll("[ ,](?=\\d{3})", "");
    }
}
