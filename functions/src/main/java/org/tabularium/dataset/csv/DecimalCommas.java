package org.tabularium.dataset.csv;

import org.tabularium.dataset.scan.DecimalText;

/// How the numbers of a variable show their decimals in a file whose fields no comma separates: by a comma, as many
/// countries and
/// their Excel write them, or by a point. Numbers of which some have the one and some the other could mean either.
final class DecimalCommas {

    private String comma = "";
    private String point = "";

    /// Looks at a value.
    void look(String text) {
        String value = text.strip();
        if (comma.isEmpty() && DecimalText.hasDecimalComma(value)) {
            comma = value;
        } else if (point.isEmpty() && value.indexOf('.') >= 0 && DecimalText.isNumber(value) && !DecimalText.isMissing(value)) {
            point = value;
        }
    }

    /// Whether a number with a point was met.
    boolean hasPoint() {
        return !point.isEmpty();
    }

    /// Whether numbers with a comma were met.
    boolean isMet() {
        return !comma.isEmpty();
    }

    /// Whether some numbers have a comma and some a point.
    boolean areMixed() {
        return isMet() && hasPoint();
    }

    /// The first number with a comma; empty where there is none.
    String first() {
        return comma;
    }

    /// The first number with a point; empty where there is none.
    String firstPoint() {
        return point;
    }

    /// A number with a point in place of its comma.
    static String asPoint(String text) {
        return text.replace(',', '.');
    }

    /// A number with commas for its points and points for its commas.
    static String exchanged(String text) {
        return text.replace(',', '\u0000').replace('.', ',').replace('\u0000', '.');
    }
}
