package org.tabularium.table.spelling;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Signs and units as a printer sets them, where data have what a keyboard has: `0.3*10^9` is "0.3 × 10⁹", `10^9/L` "10⁹/L",
/// `mg/m2` "mg/m²", `umol/L` "µmol/L", `h*ng/mL` "h·ng/mL", `>=50` "≥50", `30-49` "30–49", `-3` "−3".
///
/// Identifiers, verbatim texts and dictionary terms are never given to it, nor what study.yaml itself says.
public final class Typography {

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String POWER = "10\\s*(?:\\^|\\*\\*)\\s*([-+]?)(\\d{1,2})(?![\\d.])";
    private static final String UNIT = "(?:hr?|min|s|days?|d|weeks?|[kcmµunpf]?(?:g|L|l|mol|m|U|IU))";
    private static final Pattern FACTOR = Pattern
            .compile("(?<![\\w.^*])(\\d+(?:[.,]\\d+)?)\\s*[*×xX·]\\s*(?=10(?:\\s*(?:\\^|\\*\\*)|["
                    + SUPERSCRIPTS + "]))");
    private static final Pattern TIMES = Pattern.compile("(?<![\\w.])[*xX]\\s?(?=" + POWER + ")");
    private static final Pattern POWERS = Pattern.compile("(?<![\\w.^])" + POWER);
    /// UCUM's way: the asterisk is a power before a unit.
    private static final Pattern UCUM = Pattern.compile("(?<![\\w.^])10\\*(\\d{1,2})(?=/)");
    private static final Pattern SQUARE = Pattern.compile("(?<=[/\\s\\d(])(c?m)\\^?2(?![\\w^])");
    private static final Pattern CUBE = Pattern.compile("(?<=[/\\s\\d(])([cm]?m)\\^?3(?![\\w^])");
    private static final Pattern MICRO = Pattern.compile("(?<![A-Za-z])u(?=(?:L|l|mol|g|m|M|IU|U)(?![A-Za-z]))");
    /// CDISC's product of units: "h*ng/mL".
    private static final Pattern PRODUCT = Pattern.compile("(?<![A-Za-zµ])(" + UNIT + ")\\*(?=" + UNIT + "(?![A-Za-z]))");
    /// CDISC's codes of degrees.
    private static final Pattern DEGREES = Pattern.compile("((?i:temperature)[^()]*)\\((C|F)\\)");
    private static final Pattern AT_LEAST = Pattern.compile(">=\\s?");
    private static final Pattern AT_MOST = Pattern.compile("<=\\s?");
    private static final Pattern RANGE = Pattern.compile("(?<![\\w.,/-])(0|[1-9]\\d{0,2}|(?:0|[1-9]\\d{0,2})\\.\\d+)\\s?-\\s?"
            + "((?:[<≤]\\s?)?)(0|[1-9]\\d{0,2}|(?:0|[1-9]\\d{0,2})\\.\\d+)(?![\\w.,/-]*[\\d-])");
    /// Multiples of a limit of normal: "1.5 x ULN".
    private static final Pattern MULTIPLE = Pattern.compile("(?<=\\d)\\s?[xX*]\\s?(?=[UL]LN\\b)");
    /// The steps of a score: "(0-3)".
    private static final Pattern STEPS = Pattern.compile("\\((\\d{1,3})-(\\d{1,3})\\)");
    private static final Pattern NEGATIVE = Pattern.compile("-(?=\\d+(?:\\.\\d+)?\\*?$)");
    /// A decimal number that is no version of a dictionary or scale and no part of a code.
    private static final Pattern DECIMAL = Pattern
            .compile("(?<![\\w.])(?<!\\b(?:[Vv]ersion|CTCAE|MedDRA) )(0|[1-9]\\d*)\\.(\\d++)(?!\\.\\d)");
    private static final Pattern MINUS = Pattern.compile("(?<![^\\s(])-(?=\\d)");

    private Typography() {}

    /// An arm or another dose: powers of ten.
    public static String dose(String text) {
        String factors = FACTOR.matcher(text).replaceAll("$1 × ");
        String times = TIMES.matcher(factors).replaceAll("×");
        String powers = POWERS.matcher(times).replaceAll(Typography::power);
        return UCUM.matcher(powers).replaceAll(found -> "10" + superscript(found.group(1)));
    }

    /// A label: powers, units, comparisons and the steps of a score.
    public static String label(String text) {
        String units = CUBE.matcher(SQUARE.matcher(dose(text)).replaceAll("$1²")).replaceAll("$1³");
        String micro = MICRO.matcher(units).replaceAll("µ");
        String products = PRODUCT.matcher(micro).replaceAll("$1·");
        String multiples = MULTIPLE.matcher(products).replaceAll(" × ");
        String degrees = DEGREES.matcher(multiples).replaceAll("$1(°$2)");
        String steps = STEPS.matcher(degrees)
                .replaceAll(found -> Integer.parseInt(found.group(1)) < Integer.parseInt(found.group(2)) ? "($1–$2)" : "($1-$2)");
        return AT_MOST.matcher(AT_LEAST.matcher(steps).replaceAll("≥")).replaceAll("≤");
    }

    /// A level that is no identifier: besides, ranges have an en dash and negative numbers a minus.
    public static String level(String text) {
        String ranges = RANGE.matcher(label(text)).replaceAll(Typography::range);
        return MINUS.matcher(ranges).replaceAll("−");
    }

    /// A value of a listing: a negative number has a minus; powers, units and comparisons as in a label.
    public static String value(String text) {
        Matcher negative = NEGATIVE.matcher(text);
        return negative.lookingAt() ? "−" + text.substring(1) : label(text);
    }

    /// A text with another mark in its decimal numbers.
    public static String decimals(String text, char mark) {
        return mark == '.' ? text : DECIMAL.matcher(text).replaceAll("$1" + mark + "$2");
    }

    private static String power(MatchResult found) {
        String sign = found.group(1).equals("-") ? "⁻" : "";
        return "10" + sign + superscript(found.group(2));
    }

    private static String superscript(String digits) {
        StringBuilder raised = new StringBuilder();
        digits.chars().forEach(digit -> raised.append(SUPERSCRIPTS.charAt(digit - '0')));
        return raised.toString();
    }

    /// From the lower to the higher; anything else is a code.
    private static String range(MatchResult found) {
        boolean rising = Double.parseDouble(found.group(1)) < Double.parseDouble(found.group(3));
        return Matcher.quoteReplacement(rising ? found.group(1) + "–" + found.group(2) + found.group(3) : found.group());
    }
}
