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

    /// The change from baseline of a record: CHG where the dataset has it, else AVAL − BASE, else AVAL minus the baseline record's AVAL; NaN where unknown.
    ///
    /// @param first the subject's baseline record; −1 for none
    static double change(Records records, int row, int first) {
        Optional<Field> change = records.field("CHG");
        if (change.isPresent()) {
            return change.get().number(row);
        }
        Optional<Field> base = records.field("BASE");
        if (base.isPresent()) {
            return number(records, row) - base.get().number(row);
        }
        return first < 0 ? Double.NaN : number(records, row) - number(records, first);
    }

    /// A response: AVALC Y or N (Yes, No), else AVAL 1 or 0; empty for anything else.
    static Optional<Boolean> response(Records records, int row) {
        String text = records.field("AVALC").map(f -> f.text(row)).orElse("");
        if (text.equalsIgnoreCase("Y") || text.equalsIgnoreCase("YES")) {
            return Optional.of(true);
        }
        if (text.equalsIgnoreCase("N") || text.equalsIgnoreCase("NO")) {
            return Optional.of(false);
        }
        double number = number(records, row);
        return text.isEmpty() && (number == 0 || number == 1) ? Optional.of(number == 1) : Optional.empty();
    }
}
