package org.tabularium.analysis;

import java.util.Optional;

/// The value of one BDS record.
final class Score {

    private Score() {}

    /// Whether the record has a value, as a number or as text.
    static boolean hasValue(Records records, int row) {
        return records.field("AVAL").filter(f -> !f.isMissing(row)).isPresent()
                || records.field("AVALC").filter(f -> !f.isMissing(row)).isPresent();
    }

    /// AVAL; NaN where missing.
    static double number(Records records, int row) {
        return records.field("AVAL").map(f -> f.number(row)).orElse(Double.NaN);
    }

    /// A response: AVALC Y or N (Yes, No) in any letter case, else AVAL 1 or 0, whatever else AVALC says (such as "Responder"); empty for anything else.
    static Optional<Boolean> response(Records records, int row) {
        String text = records.field("AVALC").map(f -> f.text(row)).orElse("");
        if (text.equalsIgnoreCase("Y") || text.equalsIgnoreCase("YES")) {
            return Optional.of(true);
        }
        if (text.equalsIgnoreCase("N") || text.equalsIgnoreCase("NO")) {
            return Optional.of(false);
        }
        double number = number(records, row);
        return number == 0 || number == 1 ? Optional.of(number == 1) : Optional.empty();
    }
}
